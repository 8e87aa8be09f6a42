import { ReadBalance, ReplaceUsage } from '@ciyuan/modules/charging';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, usage } from '../../../test/support/market';
import { storedBooks } from '../../../test/support/stored-books';
import { IntakeUsage } from './intake-usage';

const START = '2026-10-01T00:00:00+08:00';
const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T12:00:00+08:00`;

describe('replaced usage', () => {
  let engine: Engine;
  const post = async (...records: object[]): Promise<string[]> =>
    (await engine.get(IntakeUsage).run('gateway', records as never)).map((one) => one.status);

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openAccount(engine, 'bob', ['base', 'pack'], START);
    engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterEach(async () => {
    expect(await engine.violations()).toEqual([]);
    await engine.stop();
  });

  const replace = (id: string, record: object) =>
    engine.get(ReplaceUsage).run({
      partner: 'gateway',
      by: 'gateway',
      asStaff: false,
      items: [{ source: 'api', id, reason: 'counted twice', record: record as never }],
    });

  it('is void, and charged under its new id', async () => {
    await post(usage('r1', 'bob', at(5), { input: 300_000 }));
    const mended = usage('r1-b', 'bob', at(5), { input: 150_000 });
    expect(await replace('r1', mended)).toMatchObject([
      {
        status: 'replaced',
        void: { returnedMilli: 300_000_000n },
        record: { status: 'accepted', charge: { drawnMilli: 150_000_000n } },
      },
    ]);
    expect(await replace('r1', mended)).toMatchObject([{ status: 'known', record: { status: 'duplicate' } }]);
    expect(await engine.get(ReadBalance).run('bob')).toMatchObject([{ leftMilli: 250_000_000n }]);
  });

  it('where the new record is refused, known or has nothing to replace, stays as it was', async () => {
    await post(usage('r1', 'bob', at(5), { input: 300_000 }), usage('r2', 'bob', at(6), { input: 1 }));
    const before = await storedBooks(engine);
    expect(await replace('r1', usage('n', 'bob', at(5), { input: -1 }))).toMatchObject([
      { status: 'refused', field: 'record.tokens.input' },
    ]);
    expect(await replace('r1', usage('r2', 'bob', at(6), { input: 2 }))).toMatchObject([
      { status: 'known', record: { status: 'conflict', fields: ['tokens.input'] } },
    ]);
    expect(await replace('none', usage('n', 'bob', at(5), { input: 1 }))).toEqual([{ status: 'not_found' }]);
    expect(await storedBooks(engine)).toEqual(before);
    expect(await post(usage('n', 'bob', at(5), { input: 1 }))).toEqual(['accepted']);
  });

  it('may move to another account, and wait in suspense', async () => {
    await post(usage('r1', 'bob', at(5), { input: 300_000 }));
    expect(await replace('r1', usage('r1-b', 'newcomer', at(5), { input: 300_000 }))).toMatchObject([
      { status: 'replaced', record: { status: 'suspense', suspense: { reason: 'unknown_account' } } },
    ]);
    expect(await engine.get(ReadBalance).run('bob')).toMatchObject([{ leftMilli: 400_000_000n }]);
  });
});
