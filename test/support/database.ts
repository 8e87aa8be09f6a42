import { randomUUID } from 'node:crypto';
import { cloneDatabase, dropDatabase } from '../../libs/platform/embedded-postgres';
import { TEMPLATE, testServer } from './test-server';

export interface FreshDatabase {
  /** As the applications connect. */
  readonly appUrl: string;
  /** As the owner of the tables: it may do what no application may. */
  readonly ownerUrl: string;
  /** Drops the database and whoever is still connected to it. */
  drop(): Promise<void>;
}

/** A migrated, empty database for one spec file alone. Some 10 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = testServer();
  const name = `fresh_${randomUUID().replaceAll('-', '')}`;
  const urls = await cloneDatabase(server, TEMPLATE, name);
  return { ...urls, drop: () => dropDatabase(server, name) };
}
