import { ConfigError, readConfig } from '@ciyuan/platform/config';
import { Engine } from '../scratch/scratch-engine';
import { LoadSeeds } from './load-seeds';

/** Loads a market into the database that the environment names, and says what was new. */
export async function seed(directory: string): Promise<void> {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl === undefined) throw new ConfigError('DATABASE_URL must be set');
  const engine = await Engine.start(databaseUrl, Date.now());
  try {
    const loaded = await engine.get(LoadSeeds).run(directory, 'seed');
    console.log(
      `${loaded.parties} parties, ${loaded.models} models, ${loaded.documents} documents; ${loaded.published} published now.`,
    );
  } finally {
    await engine.stop();
  }
}
