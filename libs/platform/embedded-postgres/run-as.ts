import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { ServerFolder } from './folder';

/** How to run a PostgreSQL binary here: words to put before the command, and the account to run it as. */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly account?: { readonly uid: number; readonly gid: number };
}

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * PostgreSQL refuses to run as root. In a user namespace of one account it believes to be another user while
 * its files stay root's, even under a folder that only root may enter; where namespaces are refused it runs as
 * the account `postgres`. A folder that is another user's stays that user's. Refuses NO_ACCOUNT.
 */
export function chooseRunAs(folder: ServerFolder): RunAs {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = statSync(folder.data, { throwIfNoEntry: false }) ?? statSync(folder.root);
  if (uid !== 0) return { prefix: [], account: { uid, gid } };
  if (succeeds([...NAMESPACE, 'true'])) return { prefix: NAMESPACE };
  const account = postgresAccount();
  chownSync(folder.root, account.uid, account.gid);
  return { prefix: [], account };
}

/** The account's id pair; made when the system has none. */
function postgresAccount(): { uid: number; gid: number } {
  if (idOf('-u') === undefined) {
    succeeds(['useradd', '--system', '--no-create-home', '--user-group', 'postgres']);
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid !== undefined && gid !== undefined) return { uid, gid };
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    'PostgreSQL does not run as root, and there is neither a user namespace nor an account for it here: ' +
      'start as another user, or set DATABASE_URL to a PostgreSQL server of your own',
  );
}

function idOf(which: '-u' | '-g'): number | undefined {
  const answer = spawnSync('id', [which, 'postgres'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

function succeeds([command = '', ...words]: string[]): boolean {
  return spawnSync(command, words).status === 0;
}
