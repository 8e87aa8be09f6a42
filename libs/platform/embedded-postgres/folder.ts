import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** Everything of one embedded server lies in one folder, so that it can be copied, or thrown away, as a whole. */
export interface ServerFolder {
  readonly root: string;
  readonly data: string;
  readonly password: string;
  readonly owner: string;
  readonly log: string;
  /** Present while initdb runs: only what lies beside this mark is half-made and may be deleted. */
  readonly initialising: string;
}

/** Makes the folder when it is not there. Refuses FOLDER_NOT_USABLE when it cannot be written. */
export function openServerFolder(path: string): ServerFolder {
  const root = resolve(path);
  try {
    // Not the folders above it: another account may have to pass through them.
    mkdirSync(dirname(root), { recursive: true });
    if (!existsSync(root)) mkdirSync(root, { mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'FOLDER_NOT_USABLE',
      `the database folder ${root} cannot be used: ${(error as Error).message}; ` +
        'make it writable, or set DATA_DIR to another place',
    );
  }
  return {
    root,
    data: join(root, 'data'),
    password: join(root, 'password'),
    owner: join(root, 'owner.json'),
    log: join(root, 'postgres.log'),
    initialising: join(root, '.initialising'),
  };
}
