import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { makeQueueTables } from '@ciyuan/platform/queue';
import { projectRoot } from '../project';

/** TypeORM orders migrations by the timestamp that ends their names: the file's number takes its place. */
const NAME_EPOCH = 1_790_000_000_000;
/** The version of the queue's tables; they are made after everything of our own. */
const QUEUE_TABLES = 11;
const AFTER_FILES = 10_000;

type Migrations = (new () => MigrationInterface)[];

/** Every `db/migrations/NNNN-name.sql`, in the order of the numbers. They only go forward. */
function migrations(): Migrations {
  const folder = join(projectRoot(), 'db', 'migrations');
  const files = readdirSync(folder).filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file));
  const ours = files.sort().map((file) => migrationOf(file, readFileSync(join(folder, file), 'utf8')));
  return [...ours, queueTables()];
}

const migrationOf = (file: string, sql: string): Migrations[number] =>
  forward(file.slice(5, -4), Number(file.slice(0, 4)), async (runner) => {
    await runner.query(sql);
  });

const queueTables = (): Migrations[number] =>
  forward('queue-tables', AFTER_FILES + QUEUE_TABLES, (runner) =>
    makeQueueTables((text, values) => runner.query(text, values), QUEUE_TABLES),
  );

function forward(
  title: string,
  number: number,
  apply: (runner: QueryRunner) => Promise<void>,
): Migrations[number] {
  const name = `${title}${NAME_EPOCH + number}`;
  return class implements MigrationInterface {
    readonly name = name;
    readonly up = apply;
    down(): Promise<void> {
      throw new Error(`${title} cannot be taken back: restore a backup instead`);
    }
  };
}

/** The data source that TypeORM's own command line and {@link migrate} run the migrations with. */
export const migrationSource = (ownerUrl: string): DataSource =>
  new DataSource({ type: 'postgres', url: ownerUrl, migrations: migrations(), installExtensions: false });

/** Brings the database up to date as its owner; returns the names of what was applied now. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = migrationSource(ownerUrl);
  await source.initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
