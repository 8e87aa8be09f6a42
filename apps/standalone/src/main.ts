import 'reflect-metadata';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys, StaffAccounts, type Role } from '@ciyuan/platform/auth';
import { ConfigError, readConfig, type Config } from '@ciyuan/platform/config';
import { EmbeddedPostgresError } from '@ciyuan/platform/embedded-postgres';
import { createHttpApp } from '@ciyuan/platform/http';
import { stopOnSignal } from '@ciyuan/platform/shutdown';
import { LoadSeeds, SEED_FOLDER } from '../../cli/src/seed/load-seeds';
import { serveConsole } from './console/serve-console';
import { writeCredentials, type WrittenCredentials } from './credentials';
import { keptIdentityKey } from './identity-key';
import { openDatabase, type OpenedDatabase } from './open-database';
import { PortTaken, requireFreePort } from './port';
import { StandaloneModule } from './standalone.module';

/** The partner system of the seeds that the printed partner key belongs to. */
const PARTNER = 'gw-east';

async function start(config: Config): Promise<void> {
  await requireFreePort(config.host, config.port);
  const database = await openDatabase(config);
  let app: NestFastifyApplication | undefined;
  let isStopping = false;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await app?.close();
    await database.close();
  };
  stopOnSignal(stop);
  try {
    app = await serve(config, database);
  } catch (error) {
    await stop();
    throw error;
  }
  void database.ended.then(() => {
    if (!isStopping) fail(new Error('The database has ended by itself; its log is in the data folder.'));
  });
}

async function serve(config: Config, database: OpenedDatabase): Promise<NestFastifyApplication> {
  const app = await createHttpApp(StandaloneModule.at(database.appUrl, withIdentityKey(config)), {
    title: 'ciyuan',
    trustedProxies: config.trustedProxies,
  });
  await serveConsole(app);
  if (!config.startsBare) await app.get(LoadSeeds, { strict: false }).run(SEED_FOLDER, 'seed');
  await app.listen(config.port, config.host);
  if (config.startsBare) console.log(`ciyuan is up: ${await app.getUrl()}`);
  else await giveCredentials(app, config);
  return app;
}

/** So that whoever tries it out can call and sign in at once. */
async function giveCredentials(app: NestFastifyApplication, config: Config): Promise<void> {
  const file = join(config.dataDir, 'credentials.json');
  const issuers = {
    keys: app.get(ApiKeys, { strict: false }),
    accounts: app.get(StaffAccounts, { strict: false }),
  };
  const credentials = await writeCredentials(file, await app.getUrl(), issuers, PARTNER);
  announce(credentials, file);
}

/** Its own key goes with its own database; one that others use, too, needs the key that they use. */
function withIdentityKey(config: Config): Config {
  if (config.identityKey !== undefined || config.databaseUrl !== undefined) return config;
  return { ...config, identityKey: keptIdentityKey(join(config.dataDir, 'identity.key')) };
}

/** A password is shown when it is made; afterwards the file has it. */
function announce({ baseUrl, keys, made }: WrittenCredentials, file: string): void {
  const lines = (Object.keys(keys) as Role[]).map((role) => `  ${role.padEnd(10)} ${keys[role]}`);
  console.log(
    `\nciyuan is up: ${baseUrl}   (API: ${baseUrl}/docs)\n\nKeys, also in ${file}:\n${lines.join('\n')}\n`,
  );
  const people = made.map(({ login, password }) => `  ${login.padEnd(10)} ${password}`);
  if (people.length > 0) console.log(`Accounts to sign in with, also in ${file}:\n${people.join('\n')}\n`);
  console.log('Ctrl-C stops everything; the data stays.');
}

/** What the person at the terminal can mend is said in a line; anything else is a bug, with its trace. */
function fail(error: unknown): void {
  const plain = [PortTaken, EmbeddedPostgresError, ConfigError].some((known) => error instanceof known);
  console.error(plain ? (error as Error).message : error);
  process.exit(1);
}

try {
  start(readConfig(process.env)).catch(fail);
} catch (error) {
  fail(error);
}
