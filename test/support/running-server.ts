import type { EmbeddedPostgres } from '../../libs/platform/embedded-postgres';

/** The set-up and the tear-down of a run are loaded into one process, and share this. */
export const running: { server?: EmbeddedPostgres } = {};
