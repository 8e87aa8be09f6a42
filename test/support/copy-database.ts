import { randomUUID } from 'node:crypto';
import { cloneDatabase, dropDatabase } from '../../libs/platform/embedded-postgres';
import type { FreshDatabase } from './database';
import { testServer } from './test-server';

/** A copy of a database that nobody is connected to, with all that is in it; identities go on where they stood. */
export async function copyDatabase({ appUrl }: FreshDatabase): Promise<FreshDatabase> {
  const server = testServer();
  const original = decodeURIComponent(new URL(appUrl).pathname.slice(1));
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  const urls = await cloneDatabase(server, original, name);
  return { ...urls, drop: () => dropDatabase(server, name) };
}
