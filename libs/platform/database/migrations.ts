import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { projectRoot } from '../project';

/** TypeORM orders migrations by the timestamp that ends their names: the file's number takes its place. */
const NAME_EPOCH = 1_790_000_000_000;

/** Every `db/migrations/NNNN-name.sql`, in the order of the numbers. They only go forward. */
function migrations(): (new () => MigrationInterface)[] {
  const folder = join(projectRoot(), 'db', 'migrations');
  const files = readdirSync(folder).filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file));
  return files.sort().map((file) => migrationOf(file, readFileSync(join(folder, file), 'utf8')));
}

function migrationOf(file: string, sql: string): new () => MigrationInterface {
  const name = `${file.slice(5, -4)}${NAME_EPOCH + Number(file.slice(0, 4))}`;
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    down(): Promise<void> {
      throw new Error(`${file} cannot be taken back: restore a backup instead`);
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
