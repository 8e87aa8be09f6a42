import { ReRateAccount, VoidUsage } from '@ciyuan/modules/charging';
import { deletionIsSeen, unseenChanges } from '../../../test/support/every-column';
import { publish, usage } from '../../../test/support/market';
import { Tampering } from '../../../test/support/tampering';
import { openVerifiedMarket, type VerifiedMarket } from '../../../test/support/verified-market';
import { VerifiedTampering } from '../../../test/support/verified-tampering';
import { ExplainRecord } from './explain-record';
import type { FigureDifference } from './replay/figures';
import { VerifyMonth } from './verify-month';

const OCTOBER = Date.parse('2026-10-01T00:00:00+08:00');
const NOVEMBER = Date.parse('2026-11-01T00:00:00+08:00');
const DECEMBER = Date.parse('2026-12-01T00:00:00+08:00');
const KIMI_COSTS = {
  code: 'kimi-costs',
  party: 'kimi',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: ['input', 'output'].map((tokenClass) => ({
    model: '*',
    class: tokenClass,
    price: '0.4',
    effectiveFrom: '2026-01-01T00:00:00+08:00',
  })),
  multipliers: [],
  tiers: [],
};

/** Why, by whom, when, and how what is corrected is called. */
const WORDS = ['partner', 'source', 'record_id', 'service_tier', 'reason', 'requested_by', 'booked_at'];

const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['usage_correction', "kind = 'reversal' AND record_id = 'n7'", WORDS],
  ['usage_correction', "kind = 'reversal' AND record_id = 'p3'", WORDS],
  ['usage_correction', "kind = 're_rating' AND record_id = 'p3'", WORDS],
  // A second at either end holds no record of the market.
  ['re_rating_run', 'account_id = 4', ['from_at', 'until_at', 'reason', 'requested_by', 'booked_at']],
  ['cost_suspense', 'settled_sequence IS NOT NULL', []],
  ['grant_movement', "kind = 'returned'", []],
  ['account_write', "kind = 'correction'", ['catalogue_epoch', 'late_months', 'written_at']],
];

describe('records that were corrected', () => {
  let verified: VerifiedMarket;
  let superuser: Tampering;
  let tampering: VerifiedTampering;

  beforeAll(async () => {
    verified = await openVerifiedMarket();
    superuser = await Tampering.asSuperuser(verified.engine.urls);
    tampering = new VerifiedTampering(superuser, firstFound);
  });

  afterAll(async () => {
    await superuser.end();
    await verified.stop();
  });

  const voided = async (...ids: string[]): Promise<void> => {
    const items = ids.map((id) => ({ source: 'api', id, reason: 'wrong' }));
    const outcomes = await verified.market.engine
      .get(VoidUsage)
      .run({ partner: 'gateway', by: 'finance', asStaff: true, items });
    expect(outcomes.map(({ status }) => status)).toEqual(ids.map(() => 'voided'));
  };
  const reRated = async (account: string, from: number, until: number): Promise<number> => {
    const result = await verified.market.engine
      .get(ReRateAccount)
      .run({ account, from, until, reason: 'a price', by: 'finance', apply: 'unseen' });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.differences.length;
  };
  const firstFound = async (): Promise<readonly FigureDifference[]> => {
    for (const month of ['2026-12', '2026-10', '2026-11']) {
      const { differences } = await verified.market.engine.get(VerifyMonth).run(month);
      if (differences.length > 0) return differences;
    }
    return [];
  };
  const agrees = async (): Promise<void> => {
    expect(await firstFound()).toEqual([]);
    const rows = await verified.market.rows<{ record_id: string }>(
      'SELECT record_id FROM ciyuan.usage_record',
    );
    for (const { record_id: recordId } of rows) {
      const identity = { partner: 'gateway', source: 'api', recordId };
      expect([recordId, await verified.market.engine.get(ExplainRecord).run(identity)]).toMatchObject([
        recordId,
        { ok: true, value: { differences: [] } },
      ]);
    }
    expect(await verified.market.violations()).toEqual([]);
  };

  it('agree after a void of what was drawn, of what was charged, and of what had expired', async () => {
    verified.engine.clock.moveTo(DECEMBER + 9 * 86_400_000);
    verified.market.moveTo('2026-12-10T00:00:00+08:00');
    await voided('n7', 'o4', 'o3', 'n4');
    await agrees();
  });

  it('agree after prices were applied that came later, and costs that were missing', async () => {
    expect(await reRated('erin', OCTOBER, NOVEMBER)).toBeGreaterThan(0);
    await agrees();
    await publish(verified.engine, 'cost_book', KIMI_COSTS);
    expect(await reRated('erin', OCTOBER, DECEMBER)).toBeGreaterThan(0);
    await agrees();
  });

  it('agree after a void of what was rated anew, and what came then', async () => {
    await voided('p3');
    await verified.post(
      usage('d1', 'bob', '2026-12-09T00:00:00+08:00', { input: 3_000 }),
      usage('d2', 'erin', '2026-10-06T00:00:00+08:00', { input: 3_000 }),
    );
    expect(await reRated('erin', OCTOBER, DECEMBER)).toBe(0);
    expect(await reRated('alice', OCTOBER, DECEMBER)).toBe(0);
    await reRated('tina', OCTOBER, DECEMBER);
    await reRated('bob', OCTOBER, DECEMBER);
    await agrees();
  });

  it('are explained with what became of them since', async () => {
    const identity = { partner: 'gateway', source: 'api', recordId: 'p3' };
    const explained = await verified.market.engine.get(ExplainRecord).run(identity);
    if (!explained.ok) throw new Error(explained.refusal.code);
    const { charge, corrections } = explained.value;
    expect(corrections.map(({ kind, reason, requestedBy }) => [kind, reason, requestedBy])).toEqual([
      ['reversal', 'a price', 'finance'],
      ['re_rating', 'a price', 'finance'],
      ['reversal', 'wrong', 'finance'],
    ]);
    const sumOf = (of: (one: (typeof corrections)[number]) => bigint): bigint =>
      corrections.reduce((all, one) => all + of(one), 0n);
    // Nothing is left of what it was charged.
    expect(sumOf((one) => one.usageGross)).toBe(-charge.overages.reduce((all, one) => all + one.gross, 0n));
    expect(sumOf((one) => one.drawnMilli)).toBe(
      -charge.grants.reduce((all, one) => all + one.drawnMilli, 0n),
    );
  });

  describe('and whose corrections were changed behind the engine’s back', () => {
    const told = async (recordId: string): Promise<readonly FigureDifference[]> => {
      const explained = await verified.market.engine
        .get(ExplainRecord)
        .run({ partner: 'gateway', source: 'api', recordId });
      if (!explained.ok) throw new Error(explained.refusal.code);
      return explained.value.differences;
    };
    const after = (recordId: string, statement: string): Promise<readonly FigureDifference[]> =>
      new VerifiedTampering(superuser, () => told(recordId)).found(statement);
    const entry = (recordId: string): string => `record_id = '${recordId}'`;
    /** What a reversal gave back, named by its own number. */
    const RETURNED = `kind = 'returned' AND (account_id, sequence) IN
      (SELECT account_id, sequence FROM usage_correction WHERE record_id = 'o3')`;

    it.each([
      ['p3', "kind = 'reversal' AND reason = 'wrong'", 'usage_gross', '0.000000000001'],
      ['p3', "kind = 're_rating'", 'usage_gross', '0.01'],
      ['p3', "kind = 're_rating'", 'overage_tokens', '1'],
      ['o3', 'true', 'recognised_net', '0.000000000001'],
      ['o3', 'true', 'drawn_milli', '1000'],
      ['o3', 'true', 'compute_cost', '0.0001'],
    ])('the explanation of %s names %3$s of its entry where %2$s', async (id, where, column, more) => {
      const found = await after(
        id,
        `UPDATE usage_correction SET ${column} = ${column} + ${more} WHERE ${entry(id)} AND ${where}`,
      );
      expect(found.map((one) => [one.figure, one.column])).toEqual([
        [expect.stringMatching(/^usage_correction \d\/\d+$/), column],
      ]);
    });

    it('it names what was given back otherwise, and what nothing gave back', async () => {
      const other = await after(
        'o3',
        `UPDATE grant_movement SET milli_tokens = milli_tokens - 1 WHERE ${RETURNED}`,
      );
      expect(other.map(({ figure, column }) => [figure.split(' ').at(-1), column])).toEqual([
        ['returned', 'milli_tokens'],
        ['returned', 'milli_tokens'],
      ]);
      const none = await after('o3', `DELETE FROM grant_movement WHERE ${RETURNED}`);
      expect(none.map(({ column, stored }) => [column, stored])).toEqual([
        ['row', 'absent'],
        ['row', 'absent'],
      ]);
    });

    it('a record that nothing corrected is explained as before', async () => {
      const others = "UPDATE usage_correction SET usage_gross = usage_gross + 1 WHERE record_id <> 'd1'";
      expect(await after('d1', others)).toEqual([]);
    });
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    expect(await unseenChanges(tampering, table, where)).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });

  it('agree in the end', agrees);
});
