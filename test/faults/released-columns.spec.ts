import { VerifyMonth } from '@ciyuan/modules/reporting';
import { TransferGrant } from '@ciyuan/modules/subscriptions';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import { calls } from '../support/seeded-calls';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';
import { Tampering } from '../support/tampering';
import { VerifiedTampering } from '../support/verified-tampering';

const START = '2026-10-01T00:00:00+08:00';
const ROLLING = {
  code: 'rolling-3m',
  role: 'package',
  name: 'Rolling 3M',
  currency: 'CNY',
  price: '31.80',
  vatRate: '0.06',
  allowance: { tokens: 3_000_000, models: ['*'], source: 'allowance' },
  rollOver: { sharePercent: '60', expiresAfterMonths: 2 },
  transferable: true,
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficientTable: 'standard',
  coefficients: 'at_issue',
  latenessHours: 72,
};

/** Who wanted it. */
const SIGNED = ['requested_by'];
const NONE: readonly string[] = [];
const ROWS = [
  ['grant_bucket', "origin = 'sold' AND released_milli > 0 AND expired_milli > 0", NONE],
  ['grant_bucket', "origin = 'rolled_over' AND drawn_milli > 0", NONE],
  ['grant_bucket', "origin = 'received' AND drawn_milli > 0", NONE],
  ['grant_bucket', "origin = 'received' AND drawn_milli = 0", NONE],
  ['grant_movement', "kind = 'rolled_out'", NONE],
  ['grant_movement', "kind = 'rolled_in'", NONE],
  ['grant_movement', "kind = 'given'", NONE],
  ['grant_movement', "kind = 'received'", NONE],
  ['grant_transfer', 'true', SIGNED],
] as const;

describe('grants that left others something, changed in one column behind the engine’s back', () => {
  let market: SeededMarket;
  let tampering: Tampering;

  beforeAll(async () => {
    market = await SeededMarket.open(START);
    const effectiveFrom = Date.parse(START);
    const publish = market.engine.get(PublishDocument);
    must(await publish.run({ kind: 'plan', body: ROLLING, effectiveFrom, by: 'maker' }));
    for (const account of ['wang', 'li']) {
      await market.openAccount(account, 'consumer');
      await market.order(account, 'payg-standard');
    }
    await market.order('wang', 'rolling-3m');
    await post('a1 | wang | 2026-10-01T00:00:00 | deepseek-v3.2 | hygon-dcu | input 700_001');
    await market.endMonth('2026-10');
    await post('a2 | wang | 2026-11-02T00:00:00 | deepseek-v3.2 | hygon-dcu | input 3_000_007');
    for (const tokens of [10_001, 20_000])
      must(
        await market.engine
          .get(TransferGrant)
          .run({ from: 'wang', to: 'li', tokens, by: 'mei', preview: false }),
      );
    market.moveTo('2026-11-06T00:00:00+08:00');
    await post('b1 | li | 2026-11-05T12:00:00 | deepseek-v3.2 | hygon-dcu | input 5_000');
    tampering = await Tampering.asSuperuser(market.urls);
  });
  afterAll(async () => {
    await tampering.end();
    await market.stop();
  });

  async function post(table: string): Promise<void> {
    const outcomes = await market.post(...calls(table));
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted']);
  }

  it('begins with nothing to report', async () => {
    expect(await market.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: the identities or verifying see all but %p', async (table, where, unseen) => {
    const byChecks = await unseenChanges(tampering, table, where);
    const look = async () => (await market.engine.get(VerifyMonth).run('2026-11')).differences;
    const verified = new VerifiedTampering(tampering, look);
    const byReplay = byChecks.length === 0 ? [] : await unseenChanges(verified, table, where);
    expect(byChecks.filter((column) => byReplay.includes(column))).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });

  it.each(['transfer_clearing', 'token_transferred'])(
    'a line of %s: nothing goes unseen',
    async (account) => {
      const where = `ledger_account = '${account}'`;
      // A line's number orders a journal and says nothing.
      const unseen = await unseenChanges(tampering, 'journal_line', where);
      expect(unseen.filter((name) => name !== 'line')).toEqual([]);
      expect(await deletionIsSeen(tampering, 'journal_line', where)).toBe(true);
    },
  );
});
