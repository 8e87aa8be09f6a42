import { migrationSource } from '@ciyuan/platform/migrations';

/** For TypeORM's command line: `migration:run`, `migration:show`, as the owner of the database. */
export default migrationSource(process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? '');
