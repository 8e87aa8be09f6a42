import { deletionIsSeen, unseenChanges } from '../../../../test/support/every-column';
import { Engine } from '../../../../test/support/engine';
import { openAccount, openMarket } from '../../../../test/support/market';
import { Tampering } from '../../../../test/support/tampering';
import { ImportOrders } from './import-orders';
import type { OrderImport } from './order-import';
import { ReadOrderImport } from './read-order-import';
import { TakeImportedOrders } from './take-imported-orders';

const START = '2026-10-01T00:00:00+08:00';
const HEADER = 'orderId,account,plan,startsAt,channel';
const quiet = (): Promise<void> => Promise.resolve();

const row = (id: string, account: string, plan: string, channel = ''): string =>
  [id, account, plan, START, channel].join(',');

describe('orders from a file', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    for (const code of ['alice', 'bob', 'carol']) await openAccount(engine, code, ['base'], START);
  });
  afterEach(async () => {
    expect(await engine.violations()).toEqual([]);
    await engine.stop();
  });

  async function accept(rows: readonly string[], preview = false): Promise<OrderImport> {
    const bytes = Buffer.from([HEADER, ...rows].join('\n'));
    const accepted = await engine.get(ImportOrders).run({ bytes, preview, by: 'mei' });
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.refusal));
    return accepted.value;
  }
  const work = ({ id }: OrderImport, onProgress: (done: number, total: number) => Promise<void> = quiet) =>
    engine.get(TakeImportedOrders).run(id, onProgress);
  async function outcomes({ id: importId }: OrderImport): Promise<string[]> {
    const read = await engine.get(ReadOrderImport).run({ importId, sort: 'line', limit: 1_000 });
    return (read?.orders.items ?? []).map(({ line, decided }) => {
      if (decided === undefined) return `${line} open`;
      if (decided.outcome === 'refused') return `${line} ${decided.code}`;
      return [line, decided.outcome, ...('subscriptionId' in decided ? [decided.subscriptionId] : [])].join(
        ' ',
      );
    });
  }
  const packs = async (): Promise<number> =>
    (await engine.rows("SELECT 1 FROM ciyuan.subscription WHERE plan_code = 'pack'")).length;

  it('are taken one by one, and each line says what became of it', async () => {
    const found = await accept([
      row('o-1', 'alice', 'pack', 'shop'),
      row('o-2', 'nobody', 'pack'),
      row('o-3', 'alice', 'base'),
      row('o-4', 'bob', 'none'),
      row('o-5', 'bob', 'pack', 'nowhere'),
      row('o-6', 'bob', 'monthly'),
    ]);
    const steps: number[] = [];
    const done = await work(found, (step) => Promise.resolve(void steps.push(step)));
    expect(done?.counts).toEqual({ taken: 2, would_be_taken: 0, known: 0, refused: 4, open: 0 });
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await outcomes(found)).toEqual([
      '2 taken 2',
      '3 unknown_account',
      '4 second_base_tariff',
      '5 unknown_plan',
      '6 unknown_channel',
      '7 taken 2',
    ]);
  });

  it('are taken once by however many that work on them at the same time', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => row(`o-${index}`, 'alice', 'pack'));
    const found = await accept(rows);
    await Promise.all([work(found), work(found), work(found)]);
    expect(await packs()).toBe(12);
    expect(new Set((await outcomes(found)).map((one) => one.split(' ')[1]))).toEqual(new Set(['taken']));
  });

  it('are taken once when work breaks off anywhere and is begun again', async () => {
    const found = await accept(['a', 'b', 'c', 'd'].map((id) => row(id, 'alice', 'pack')));
    for (const stop of [1, 2, 3]) {
      const killed = (done: number): Promise<void> =>
        done >= stop ? Promise.reject(new Error('killed')) : Promise.resolve();
      await expect(work(found, killed)).rejects.toThrow('killed');
      expect(await packs()).toBe(stop);
    }
    expect((await work(found))?.counts).toMatchObject({ taken: 4, open: 0 });
    expect(await packs()).toBe(4);
  });

  it('are known by their ids in another file, and by the whole file', async () => {
    const rows = [row('o-1', 'alice', 'pack'), row('o-2', 'bob', 'pack')];
    const first = await accept(rows);
    await work(first);
    expect(await accept(rows)).toEqual(first);
    const other = await accept([rows[0] as string, row('o-2', 'bob', 'trial'), row('o-3', 'bob', 'pack')]);
    await Promise.all([work(other), work(other)]);
    expect(await outcomes(other)).toEqual(['2 known 2', '3 order_id_reused', '4 taken 4']);
    expect(await packs()).toBe(3);
  });

  it('are taken out of one of two files that are worked on at the same time', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `o-${index}`);
    const one = await accept(ids.map((id) => row(id, 'alice', 'pack')));
    const other = await accept([...ids, 'last'].map((id) => row(id, 'alice', 'pack')));
    await Promise.all([work(one), work(other)]);
    expect(await packs()).toBe(9);
    const names = [...(await outcomes(one)), ...(await outcomes(other))].map((told) => told.split(' ')[1]);
    expect(names.filter((name) => name === 'taken')).toHaveLength(9);
    expect(names.filter((name) => name === 'known')).toHaveLength(8);
  });

  it('leave nothing but the word where they are a preview', async () => {
    const rows = [row('o-1', 'alice', 'pack'), row('o-2', 'alice', 'base')];
    const preview = await accept(rows, true);
    await work(preview);
    expect(await outcomes(preview)).toEqual(['2 would_be_taken', '3 second_base_tariff']);
    expect(await packs()).toBe(0);
    const found = await accept(rows);
    await work(found);
    expect(await outcomes(found)).toEqual(['2 taken 2', '3 second_base_tariff']);
  });

  it.each([
    [
      'a row that was taken, open again',
      'outcome = NULL, account_id = NULL, subscription_id = NULL, decided_at = NULL',
    ],
    ['a row that is refused, another code', "refusal_code = 'other'"],
  ])('keep what became of them: %s', async (_what, change) => {
    const found = await accept([row('o-1', 'alice', 'pack'), row('o-2', 'nobody', 'pack')]);
    await work(found);
    const update = `UPDATE ciyuan.order_import_row SET ${change} WHERE import_id = ${found.id}`;
    await expect(engine.rows(update)).rejects.toThrow();
  });

  it('are held to what was taken: a check sees every column of it that is changed', async () => {
    const rows = [row('o-1', 'alice', 'pack', 'shop'), row('o-2', 'bob', 'pack')];
    await work(await accept(rows));
    await work(await accept([...rows, row('o-3', 'bob', 'pack')]));
    const tampering = await Tampering.asSuperuser(engine.urls);
    const unseen = await unseenChanges(
      tampering,
      'order_import_row',
      "outcome = 'taken' AND order_id = 'o-1'",
    );
    const known = await unseenChanges(
      tampering,
      'order_import_row',
      "outcome = 'known' AND order_id = 'o-1'",
    );
    expect(await deletionIsSeen(tampering, 'order_import_row', "order_id = 'o-1'")).toBe(true);
    await tampering.end();
    expect([unseen, known]).toEqual([['decided_at'], ['decided_at']]);
  });

  it('write nothing where one line is unsound in form', async () => {
    const text = [HEADER, row('o-1', 'alice', 'pack'), 'o-1,al ice,Pack,today,'].join('\n');
    const refused = await engine
      .get(ImportOrders)
      .run({ bytes: Buffer.from(text), preview: false, by: 'mei' });
    expect(refused.ok ? [] : refused.refusal.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'orders.3.account invalid_format',
      'orders.3.plan invalid_format',
      'orders.3.startsAt not_an_instant',
    ]);
    const twice = [HEADER, row('o-1', 'alice', 'pack'), row('o-1', 'bob', 'pack')].join('\n');
    const again = await engine
      .get(ImportOrders)
      .run({ bytes: Buffer.from(twice), preview: false, by: 'mei' });
    expect(again.ok ? [] : again.refusal).toMatchObject([{ path: 'orders.3.orderId', code: 'order_twice' }]);
    expect(await engine.rows('SELECT 1 FROM ciyuan.order_import')).toEqual([]);
  });
});
