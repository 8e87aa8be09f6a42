export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './embedded-postgres-error';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres';
export type { Durability, Settings } from './server-settings';
export {
  APPLICATION_ROLE,
  OWNER_ROLE,
  cloneDatabase,
  databaseUrls,
  dropDatabase,
  ensureDatabase,
  type DatabaseUrls,
} from './cluster.store';
export { STORED_DATABASE, clusterFolder } from './data-folder';
export { runningServer } from './running-server';
export { freePort } from './free-port';
