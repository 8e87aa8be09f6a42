/** Why the embedded server could not be started; every message says which folder, and what to do. */
export type EmbeddedPostgresErrorCode =
  | 'NO_BINARIES'
  | 'FOLDER_NOT_USABLE'
  | 'NO_ACCOUNT'
  | 'IN_USE'
  | 'NOT_A_CLUSTER'
  | 'VERSION_MISMATCH'
  | 'PASSWORD_MISSING'
  | 'INITDB_FAILED'
  | 'ORPHAN_STUCK'
  | 'PORT_IN_USE'
  | 'EXITED'
  | 'NOT_READY';

export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'EmbeddedPostgresError';
  }
}
