import { createHash } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { EmbeddedPostgres } from './start-embedded-postgres';

/** Owns the tables and migrates them. */
export const OWNER_ROLE = 'ciyuan_owner';
/** What the applications connect as: the migrations grant it what it may do. */
export const APPLICATION_ROLE = 'ciyuan_app';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** What of a server is needed to connect to it. */
export type Server = Pick<EmbeddedPostgres, 'adminUrl' | 'host' | 'port' | 'password'>;

/** Makes both roles and the database where they are missing; sets the roles' passwords. May be called again. */
export async function ensureDatabase(server: Server, database: string): Promise<DatabaseUrls> {
  await asSuperuser(server, async (client) => {
    for (const role of [OWNER_ROLE, APPLICATION_ROLE]) await ensureRole(client, server, role);
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await create(client, database, '');
  });
  return databaseUrls(server, database);
}

/** Copies a database file by file; nobody may be connected to the template. */
export async function cloneDatabase(
  server: Server,
  template: string,
  database: string,
): Promise<DatabaseUrls> {
  const copying = ` template ${escapeIdentifier(template)} strategy file_copy`;
  await asSuperuser(server, (client) => create(client, database, copying));
  return databaseUrls(server, database);
}

/** Drops the database and whoever is still connected to it; none there is no fault. */
export async function dropDatabase(server: Server, database: string): Promise<void> {
  const statement = `drop database if exists ${escapeIdentifier(database)} with (force)`;
  await asSuperuser(server, (client) => client.query(statement));
}

export function databaseUrls(server: Server, database: string): DatabaseUrls {
  return { ownerUrl: urlOf(server, OWNER_ROLE, database), appUrl: urlOf(server, APPLICATION_ROLE, database) };
}

async function asSuperuser(server: Server, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(server.adminUrl);
  // A connection that the server ends between two statements is told by the next of them.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, server: Server, role: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  const password = escapeLiteral(passwordOf(server, role));
  await client.query(`${verb} role ${escapeIdentifier(role)} login nosuperuser password ${password}`);
}

const create = (client: Client, database: string, copying: string): Promise<unknown> =>
  client.query(
    `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(OWNER_ROLE)}${copying}`,
  );

const urlOf = (server: Server, role: string, database: string): string =>
  `postgres://${role}:${passwordOf(server, role)}@${server.host}:${server.port}/${encodeURIComponent(database)}`;

/** Each role has a password of its own, made from the superuser's, which cannot be told from it. */
const passwordOf = (server: Server, role: string): string =>
  createHash('sha256').update(`${role}:${server.password}`).digest('base64url');
