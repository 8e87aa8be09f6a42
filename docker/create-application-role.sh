#!/bin/sh
# PostgreSQL's image runs this once, when the volume is empty. What the role may do, the migrations say.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$APPLICATION_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE ciyuan_app LOGIN PASSWORD :'password';
SQL
