import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig } from '@ciyuan/platform/config';
import {
  STORED_DATABASE,
  clusterFolder,
  databaseUrls,
  ensureDatabase,
  runningServer,
  startEmbeddedPostgres,
} from '@ciyuan/platform/embedded-postgres';

export interface StoredDatabase {
  readonly appUrl: string;
  close(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, else the embedded one under the data folder: the one that is running there, or
 * started for as long as it is looked at. Nothing is made where nothing is.
 */
export async function openStoredDatabase(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<StoredDatabase> {
  const { databaseUrl, dataDir } = readConfig(environment);
  if (databaseUrl !== undefined) return { appUrl: databaseUrl, close: () => Promise.resolve() };
  const folder = clusterFolder(dataDir);
  if (!existsSync(join(folder, 'data', 'PG_VERSION')))
    throw new ConfigError(`nothing is stored under ${dataDir}: run \`npm start\` first, or set DATABASE_URL`);
  const running = runningServer(folder);
  if (running !== undefined)
    return { appUrl: databaseUrls(running, STORED_DATABASE).appUrl, close: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ folder });
  try {
    return { appUrl: (await ensureDatabase(server, STORED_DATABASE)).appUrl, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
