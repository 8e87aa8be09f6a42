import type { Config } from '@ciyuan/platform/config';
import {
  STORED_DATABASE,
  clusterFolder,
  ensureDatabase,
  startEmbeddedPostgres,
} from '@ciyuan/platform/embedded-postgres';
import { migrate } from '@ciyuan/platform/migrations';

export interface OpenedDatabase {
  /** As the application connects. */
  readonly appUrl: string;
  /** Resolves when the database has ended without being asked; never, where it is not ours. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** The database that the environment names, or the embedded one under the data folder; brought up to date. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined) {
    if (config.databaseOwnerUrl !== undefined) await migrate(config.databaseOwnerUrl);
    return {
      appUrl: config.databaseUrl,
      ended: new Promise(() => undefined),
      close: () => Promise.resolve(),
    };
  }
  const server = await startEmbeddedPostgres({ folder: clusterFolder(config.dataDir) });
  try {
    const { appUrl, ownerUrl } = await ensureDatabase(server, STORED_DATABASE);
    await migrate(ownerUrl);
    return { appUrl, ended: server.ended, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
