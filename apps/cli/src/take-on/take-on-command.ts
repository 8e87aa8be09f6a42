import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentDigest, personIdentity } from '@ciyuan/modules/parties';
import { TakeOnAccounts, type IdentityOf } from '@ciyuan/modules/subscriptions';
import { readConfig, type Config } from '@ciyuan/platform/config';
import { startProgress, type Progress } from '../demo/progress';
import { Engine } from '../scratch/scratch-engine';
import { openStoredDatabase } from '../verify/stored-database';
import { printTakeOn } from './print-take-on';
import { readFolder } from './read-folder';

export interface TakeOnOptions {
  readonly apply: boolean;
  readonly by: string;
}

const KEY = /^[0-9a-f]{64}$/;

/** Takes on what a folder holds, or says what would come of it; the exit code is 0 where all is as stated. */
export async function takeOn(
  folder: string,
  { apply, by }: TakeOnOptions,
  print: (line: string) => void,
): Promise<number> {
  const files = readFolder(folder);
  const identityOf = identitiesWith(keyOf(readConfig(process.env)));
  const database = await openStoredDatabase(process.env);
  try {
    const engine = await Engine.start(database.appUrl, Date.now());
    let progress: Progress | undefined;
    let done = 0;
    try {
      const answer = await engine
        .get(TakeOnAccounts)
        .run({ files, identityOf, apply, by }, (chunks, total) => {
          progress ??= startProgress({ label: 'chunks', total });
          progress.advance(chunks - done);
          done = chunks;
        });
      progress?.stop();
      return printTakeOn(answer, print);
    } finally {
      await engine.stop();
    }
  } finally {
    await database.close();
  }
}

const identitiesWith =
  (key: string | undefined): IdentityOf =>
  ({ documentNumber, documentSha256 }) =>
    key === undefined
      ? undefined
      : personIdentity(documentSha256 ?? documentDigest(documentNumber ?? ''), key);

/** The key of the environment, or the one that is kept beside the embedded database. */
function keyOf({ identityKey, databaseUrl, dataDir }: Config): string | undefined {
  if (identityKey !== undefined || databaseUrl !== undefined) return identityKey;
  try {
    const kept = readFileSync(join(dataDir, 'identity.key'), 'utf8').trim();
    return KEY.test(kept) ? kept : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
