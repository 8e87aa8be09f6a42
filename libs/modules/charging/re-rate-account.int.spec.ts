import {
  ReRateAccount,
  ReRateVoided,
  ReadBalance,
  RepriceCosts,
  VoidUsage,
  type PeriodToReRate,
  type ReRated,
} from '@ciyuan/modules/charging';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, publish, usage } from '../../../test/support/market';
import { storedBooks } from '../../../test/support/stored-books';
import { IntakeUsage } from './intake-usage';

const START = '2026-10-01T00:00:00+08:00';
const MONTH_END = '2026-11-01T00:00:00+08:00';
const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T12:00:00+08:00`;

describe('re-rating an account', () => {
  let engine: Engine;
  const post = async (...records: object[]): Promise<string[]> =>
    (await engine.get(IntakeUsage).run('gateway', records as never)).map((one) => one.status);
  const takeBack = (...ids: string[]): Promise<unknown> =>
    engine.get(VoidUsage).run({
      partner: 'gateway',
      by: 'gateway',
      asStaff: false,
      items: ids.map((id) => ({ source: 'api', id, reason: 'wrong' })),
    });
  const reRate = (apply: PeriodToReRate['apply'], account = 'bob', until = MONTH_END) =>
    engine.get(ReRateAccount).run({
      account,
      from: Date.parse(START),
      until: Date.parse(until),
      reason: 'a test',
      by: 'finance',
      apply,
    });
  const done = async (...request: Parameters<typeof reRate>): Promise<ReRated> => {
    const result = await reRate(...request);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  const prices = (input: string): object => ({
    code: 'retail',
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    entries: [
      ['input', input],
      ['output', '8'],
    ].map(([name, price]) => ({ model: '*', class: name, price, effectiveFrom: START })),
    multipliers: [],
    tiers: [],
  });

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

  it('moves later overage onto what a void gave back, and finds nothing the second time', async () => {
    // The pack holds 400,000 tokens: r1 takes 300,000 of them, r2 the rest, and 200,000 are at 2 yuan a million.
    await post(usage('r1', 'bob', at(5), { input: 300_000 }), usage('r2', 'bob', at(6), { input: 300_000 }));
    await takeBack('r1');
    const shown = await done('no');
    expect(shown).toMatchObject({ applied: false, kept: [] });
    expect(shown.differences).toMatchObject([
      {
        id: 'r2',
        before: {
          draws: [{ milliTokens: 100_000_000n }],
          overageTokens: 200_000,
          usageGross: 400_000_000_000n,
        },
        after: {
          draws: [{ milliTokens: 300_000_000n }],
          overageTokens: 0,
          overageKind: null,
          usageGross: 0n,
        },
        change: { draws: [{ milliTokens: 200_000_000n }], usageGross: -400_000_000_000n, computeCost: 0n },
      },
    ]);
    expect(await engine.rows('SELECT count(*) AS n FROM ciyuan.usage_correction')).toEqual([{ n: '1' }]);
    expect(await done({ asShown: shown.digest })).toEqual({ ...shown, applied: true });
    expect(await engine.get(ReadBalance).run('bob')).toMatchObject([{ leftMilli: 100_000_000n }]);
    expect((await done('no')).differences).toEqual([]);
    const runs = await engine.rows(
      'SELECT changed, kept, digest, reason, requested_by FROM ciyuan.re_rating_run',
    );
    const { digest } = shown;
    expect(runs).toEqual([{ changed: 1, kept: 0, digest, reason: 'a test', requested_by: 'finance' }]);
  });

  it('shown only leaves every book as it was', async () => {
    await post(usage('r1', 'bob', at(5), { input: 500_000 }));
    await publish(engine, 'price_book', prices('3'), Date.parse(at(2)));
    const before = await storedBooks(engine);
    expect((await done('no')).differences).toHaveLength(1);
    expect(await storedBooks(engine)).toEqual(before);
  });

  it('is refused where something came in between, with what would change now', async () => {
    await post(usage('r1', 'bob', at(5), { input: 500_000 }));
    await publish(engine, 'price_book', prices('3'), Date.parse(at(2)));
    const { digest } = await done('no');
    await post(usage('r2', 'bob', at(6), { input: 10 }));
    expect((await done('no')).digest).toBe(digest);
    await publish(engine, 'price_book', prices('4'), Date.parse(at(3)));
    const refused = await reRate({ asShown: digest });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'stale', now: { applied: false, differences: [{ id: 'r1' }, { id: 'r2' }] } },
    });
    expect(await engine.rows('SELECT FROM ciyuan.re_rating_run')).toEqual([]);
  });

  it('with a price of an earlier date charges the difference', async () => {
    await post(usage('r1', 'bob', at(5), { input: 500_000 }), usage('r2', 'bob', at(1), { input: 1_000 }));
    await publish(engine, 'price_book', prices('3'), Date.parse(at(2)));
    // 100,000 tokens of r1 are overage; r2 is of before that price.
    expect((await done('unseen')).differences).toMatchObject([
      { id: 'r1', before: { usageGross: 200_000_000_000n }, after: { usageGross: 300_000_000_000n } },
    ]);
    const [sum] = await engine.rows('SELECT sum(usage_gross) AS yuan FROM ciyuan.usage_entry');
    expect(sum).toEqual({ yuan: '0.302000000000' });
  });

  describe('for a cost book that comes late', () => {
    beforeEach(async () => {
      await publish(engine, 'split_rule', {
        code: 'kimi-rule',
        match: { model: 'kimi-k2' },
        breakage: 'operator',
        rule: {
          vatRate: '0.06',
          vatIncluded: true,
          residual: 'operator',
          steps: [{ party: 'vendor', type: 'cost' }],
        },
      });
      await post(usage('r1', 'bob', at(5), { input: 1_000_000 }, { model: 'kimi-k2', vendor: 'kimi' }));
    });

    const comesLate = () =>
      publish(engine, 'cost_book', { ...prices('0.4'), code: 'kimi-costs', party: 'kimi' });
    const reprice = () => engine.get(RepriceCosts).run({ month: '2026-10', by: 'close' });
    const gaps = () =>
      engine.rows('SELECT sequence, settled_sequence FROM ciyuan.cost_suspense ORDER BY sequence');

    it('closes the gap', async () => {
      await comesLate();
      expect((await done('unseen')).differences).toMatchObject([
        {
          before: { vendorCost: null },
          after: { vendorCost: 400_000_000_000n },
          change: { draws: [], usageGross: 0n, vendorCost: 400_000_000_000n },
        },
      ]);
      expect(await gaps()).toEqual([{ sequence: '4', settled_sequence: '5' }]);
    });

    it('is asked for month by month, and books costs alone', async () => {
      expect(await reprice()).toEqual({ accounts: 0, changed: 0, held: [] });
      await comesLate();
      expect(await reprice()).toEqual({ accounts: 1, changed: 1, held: [] });
      expect(await reprice()).toEqual({ accounts: 0, changed: 0, held: [] });
      expect(await gaps()).toEqual([{ sequence: '4', settled_sequence: '5' }]);
    });

    it('leaves to somebody’s eyes an account whose customer would be charged something else', async () => {
      await comesLate();
      await publish(engine, 'price_book', prices('3'), Date.parse(at(2)));
      expect(await reprice()).toEqual({ accounts: 0, changed: 0, held: ['bob'] });
      expect(await gaps()).toEqual([{ sequence: '4', settled_sequence: null }]);
    });

    it('opens a gap of its own where it changes something else, and the cost is still not known', async () => {
      await publish(engine, 'price_book', prices('3'), Date.parse(at(2)));
      expect((await done('unseen')).differences).toHaveLength(1);
      expect(await gaps()).toEqual([
        { sequence: '4', settled_sequence: '5' },
        { sequence: '6', settled_sequence: null },
      ]);
    });
  });

  it('keeps what the catalogue in force would not charge, and says why', async () => {
    await post(usage('r1', 'bob', at(5), { input: 500_000 }), usage('r2', 'bob', at(6), { input: 10 }));
    const nothing = {
      partner: 'gateway',
      lateWindowDays: 100,
      serves: [{ vendor: 'kimi', computeOwner: 'tianyi' }],
    };
    await publish(engine, 'contract', nothing, Date.parse(at(6)));
    expect(await done('unseen')).toMatchObject({
      differences: [],
      kept: [{ id: 'r2', reason: 'not_contracted' }],
    });
  });

  it('of voided accounts is asked for month by month, and done once', async () => {
    await openAccount(engine, 'eve', ['base', 'pack'], START);
    const twice = (account: string) =>
      [1, 2].map((n) => usage(`${account}${n}`, account, at(4 + n), { input: 300_000 }));
    await post(...twice('bob'), ...twice('eve'));
    await takeBack('bob1', 'eve2');
    const voided = engine.get(ReRateVoided);
    expect(await voided.run({ month: '2026-09', by: 'close' })).toEqual({ accounts: 0, changed: 0 });
    expect(await voided.run({ month: '2026-10', by: 'close' })).toEqual({ accounts: 2, changed: 1 });
    expect(await voided.run({ month: '2026-10', by: 'close' })).toEqual({ accounts: 0, changed: 0 });
    await takeBack('bob2');
    expect(await voided.run({ month: '2026-10', by: 'close' })).toEqual({ accounts: 1, changed: 0 });
  });

  it('beside posts, voids and itself loses nothing', async () => {
    const records = Array.from({ length: 12 }, (_, n) => usage(`r${n}`, 'bob', at(5), { input: 50_000 }));
    await post(...records.slice(0, 6));
    await Promise.all([
      takeBack('r0', 'r1'),
      post(...records.slice(4)),
      done('unseen'),
      takeBack('r1', 'r2'),
      done('unseen'),
      takeBack('r7'),
    ]);
    await takeBack('r7');
    await done('unseen');
    // Eight of fifty thousand are left, which the pack of 400,000 holds.
    expect(await engine.get(ReadBalance).run('bob')).toMatchObject([{ leftMilli: 0n }]);
    const [sum] = await engine.rows(
      'SELECT sum(usage_gross) AS yuan, sum(records) AS n FROM ciyuan.usage_entry',
    );
    expect(sum).toEqual({ yuan: '0.000000000000', n: '8' });
  });

  it('is of an account that there is, and of a time', async () => {
    expect(await reRate('no', 'nobody')).toEqual({ ok: false, refusal: { code: 'unknown_account' } });
    expect(await reRate('no', 'bob', START)).toEqual({ ok: false, refusal: { code: 'empty_period' } });
  });
});
