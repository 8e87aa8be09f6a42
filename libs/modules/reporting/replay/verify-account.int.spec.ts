import { IntakeUsage } from '@ciyuan/modules/charging';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { Engine } from '../../../../test/support/engine';
import { openAccount, openMarket, publish, usage } from '../../../../test/support/market';
import { SeededMarket } from '../../../../test/support/seeded-market';
import { ExplainRecord } from '../explain-record';
import { VerifyMonth } from '../verify-month';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
/** Records are read five thousand at a time, journals of two hundred writes. */
const [IN_A_POST, POSTS] = [2_999, 205];

describe('an account with a long history', () => {
  let engine: Engine;
  let market: SeededMarket;

  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    market = await SeededMarket.at(engine.urls, START);
    await openAccount(engine, 'alice', ['base', 'monthly', 'pack'], START);
    await openAccount(engine, 'bob', ['base', 'monthly'], START);
    moveTo('2026-10-20T00:00:00+08:00');
  });

  afterAll(async () => {
    await market.engine.stop();
    await engine.stop();
  });

  const moveTo = (now: string): void => engine.clock.moveTo(Date.parse(now));
  const post = (records: readonly object[]) => engine.get(IntakeUsage).run('gateway', records as never);
  const verify = (month: string) => market.engine.get(VerifyMonth).run(month);
  const many = (prefix: string, at = AT): object[] =>
    Array.from({ length: IN_A_POST }, (_, index) =>
      usage(`${prefix}-${index}`, index % 7 === 6 ? 'bob' : 'alice', at, {
        input: 300 + (index % 11),
        output: 40,
      }),
    );

  it('is what its records give, however they are cut into pages', async () => {
    await post(many('a'));
    await post([usage('between', 'alice', AT, { input: 5 })]);
    await post(many('b'));
    expect(await verify('2026-10')).toMatchObject({ accounts: 2, records: 5_999, differences: [] });
  });

  it('is so with cycles and expiries between the pages', async () => {
    moveTo('2026-11-08T00:00:00+08:00');
    await engine.get(RenewDue).run(engine.clock.now());
    await engine.get(ExpireDue).run(engine.clock.now());
    await post(many('c', '2026-11-07T00:00:00+08:00'));
    for (const month of ['2026-10', '2026-11'])
      expect(await verify(month)).toMatchObject({ accounts: 2, records: 8_998, differences: [] });
  });

  it('can be explained on either side of a page', async () => {
    // Its first five numbers are orders and what these granted.
    for (const [recordId, sequence] of await ofSequences(5_004, 5_006)) {
      const explained = await market.engine
        .get(ExplainRecord)
        .run({ partner: 'gateway', source: 'api', recordId });
      expect(explained).toMatchObject({ ok: true, value: { sequence, differences: [] } });
    }
  });

  it('is what its records give while more of them come, and a price', async () => {
    const posting = (async () => {
      for (let index = 0; index < POSTS; index += 1) {
        await post([
          usage(`e-${index}`, 'bob', AT, { input: 50_000 }),
          usage(`f-${index}`, 'alice', AT, { output: index }),
        ]);
        if (index === POSTS / 5) await publish(engine, 'price_book', DEARER, Date.parse(START));
      }
    })();
    const seen: number[] = [];
    for (let look = 0; look < 4; look += 1) {
      const { records, differences } = await verify('2026-10');
      expect(differences).toEqual([]);
      seen.push(records);
    }
    await posting;
    const last = await verify('2026-10');
    expect(last).toMatchObject({ records: 8_998 + 2 * POSTS, differences: [] });
    // It was looked at while it grew.
    expect(new Set([...seen, last.records]).size).toBeGreaterThan(1);
    expect(await engine.violations()).toEqual([]);
  });

  /** The records of alice with these numbers. */
  const ofSequences = async (from: number, to: number) =>
    (
      await market.rows<{ record_id: string; sequence: string }>(
        `SELECT record_id, sequence FROM ciyuan.usage_record
          WHERE account_id = 1 AND sequence BETWEEN $1 AND $2 ORDER BY sequence`,
        [from, to],
      )
    ).map((row) => [row.record_id, Number(row.sequence)] as const);
});

const DEARER = {
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: ['input', 'output'].map((tokenClass) => ({
    model: '*',
    class: tokenClass,
    price: '7',
    effectiveFrom: '2026-01-01T00:00:00+08:00',
  })),
  multipliers: [],
  tiers: [],
};
