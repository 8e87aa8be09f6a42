import type { EmbeddedPostgres } from '../../libs/platform/embedded-postgres';

/** What a spec needs to know of the server that the run started. */
export type TestServer = Pick<EmbeddedPostgres, 'adminUrl' | 'host' | 'port' | 'password'>;

/** Migrated once, copied for whoever needs a database. Nobody connects to it. */
export const TEMPLATE = 'template_migrated';

const VARIABLE = 'TEST_SERVER';

export function announceTestServer({ adminUrl, host, port, password }: TestServer): void {
  process.env[VARIABLE] = JSON.stringify({ adminUrl, host, port, password });
}

export function testServer(): TestServer {
  const text = process.env[VARIABLE];
  if (text === undefined) {
    throw new Error(
      'no database here: name the spec *.int.spec.ts, or put it under test/scenarios, faults or contract',
    );
  }
  return JSON.parse(text) as TestServer;
}
