import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Client } from 'pg';
import { mkdtempSync } from 'node:fs';
import { startEmbeddedPostgres, ensureDatabase } from './libs/platform/embedded-postgres';
import { Database } from './libs/platform/database';
import { EventEmitter } from 'node:events';
const original = EventEmitter.prototype.emit; let shown = 0;
EventEmitter.prototype.emit = function (this: EventEmitter, name: string, ...rest: unknown[]) {
  if (name === 'error' && this.listenerCount('error') === 0 && shown++ < 6) console.log('NO LISTENER on', this.constructor.name, String(rest[0]), new Error('from').stack);
  return original.call(this, name, ...rest);
} as never;
process.on('unhandledRejection', (e) => { console.log('UNHANDLED', (e as Error).stack); });
process.on('uncaughtException', (e) => { uncaught++; });
let uncaught = 0;
async function main() {
  const server = await startEmbeddedPostgres({ folder: mkdtempSync('/dev/shm/ciyuan-zz-'), durability: 'throwaway' });
  const urls = await ensureDatabase(server, 'zz');
  const source = new DataSource({ type: 'postgres', url: urls.ownerUrl, extra: { max: 4 }, installExtensions: false });
  await source.initialize();
  const db = new Database(source);
  await db.transaction((tx) => tx.rows('create table t (a int, b text)'));
  const su = new Client(server.adminUrl.replace(/\/postgres$/, '/zz')); await su.connect();
  const kinds: Record<string, number> = {};
  let n = 0; const until = Date.now() + 8000;
  const worker = async () => { while (Date.now() < until) { n++; try { await db.retrying(async (tx) => {
      await tx.rows('select 1'); await tx.copyIn('COPY t (a, b) FROM STDIN', Array.from({ length: 200 }, (_, i) => `${i}\tx${i}\n`)); await tx.rows('select count(*) from t'); await tx.rows('select pg_sleep(0.002)'); });
    } catch (e) { const k = (e as Error).name + ': ' + (e as Error).message; kinds[k] = (kinds[k] ?? 0) + 1; } } };
  const killer = async () => { while (Date.now() < until) { await new Promise((r) => setTimeout(r, 3 + Math.random() * 12)); await su.query("select pg_terminate_backend(pid) from pg_stat_activity where datname='zz' and pid <> pg_backend_pid() order by random() limit 1"); } };
  await Promise.all([worker(), worker(), worker(), worker(), worker(), killer()]);
  console.log(n, kinds, { uncaught });
  await su.end(); await source.destroy().catch((e) => console.log('destroy', e)); await server.stop();
}
main().catch((e) => console.log('MAIN', e)).finally(() => process.exit(0));
