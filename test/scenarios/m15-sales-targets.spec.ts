import { ReadDocuments } from '@ciyuan/modules/catalogue';
import { ListStatements } from '@ciyuan/modules/settlement';
import { SearchSubscriptions } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m15.md.

const HOURS_AHEAD_MS = 8 * 3_600_000;

/** What a month brought with one model on one owner's chips: fen, and tokens as they were reported. */
interface Earned {
  revenueFen: bigint;
  operatorFen: bigint;
  tokens: bigint;
}

describe('M15: what sales are measured by, out of what is on record', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-12-01T00:00:00+08:00');
    for (const code of ['ming', 'hua', 'rui', 'yun']) await market.openAccount(code, 'consumer');
    for (const code of ['zhang', 'li']) await market.openAccount(code, 'developer');
    await market.openAccount('shop', 'small_firm');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const MONTH = '2026-12';
  /** By model and owner, out of the lines of all statements: what all parties have, and what of it is the operator's. */
  const earned = async (): Promise<Map<string, Earned>> => {
    const found = new Map<string, Earned>();
    const page = { month: MONTH, sort: 'party', limit: 100 } as const;
    for (const statement of (await market.engine.get(ListStatements).run(page)).items)
      for (const { key, shareFen, tokens } of await market.linesOf(statement)) {
        const name = `${key?.model ?? '-'} ${key?.computeOwner ?? '-'}`;
        const sum = found.get(name) ?? { revenueFen: 0n, operatorFen: 0n, tokens: 0n };
        found.set(name, sum);
        sum.revenueFen += shareFen;
        if (statement.party !== 'operator') continue;
        sum.operatorFen += shareFen;
        sum.tokens += tokens;
      }
    return found;
  };
  /** The accounts that have taken up something that costs, by the local day of their first such order. */
  const payingSince = async (): Promise<Map<string, string>> => {
    const plans = await market.engine.get(ReadDocuments).run('plan');
    const price = new Map(plans.map(({ id, body }) => [id, (body as { price: string }).price]));
    const { items } = await market.engine.get(SearchSubscriptions).run({ sort: 'createdAt', limit: 100 });
    const since = new Map<string, string>();
    for (const { account, planVersionId, createdAt } of items) {
      if (Number(price.get(planVersionId)) === 0 || since.has(account)) continue;
      since.set(account, new Date(createdAt + HOURS_AHEAD_MS).toISOString().slice(8, 10));
    }
    return since;
  };

  it('counts every customer once, from the day of the first order that is paid for', async () => {
    for (const [time, account, plan] of ORDERS) {
      market.moveTo(`2026-12-${time}:00+08:00`);
      expect(await market.order(account, plan)).toBe('taken');
    }
    const days = [...(await payingSince()).values()];
    const paying = Array.from({ length: 14 }, (_none, at) => days.filter((day) => Number(day) <= at + 1));
    expect(paying.map(({ length }) => length)).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 6]);
  });

  it('tells tokens by model, and how many there are to a paying customer', async () => {
    market.moveTo('2026-12-14T20:00:00+08:00');
    expect((await market.post(...calls(USED))).map(({ status }) => status)).toEqual(
      Array(6).fill('accepted'),
    );
    await market.endMonth(MONTH);
    await market.settle(MONTH);
    const byModel = new Map<string, bigint>();
    for (const [name, { tokens }] of await earned()) {
      const [model = ''] = name.split(' ');
      if (model !== '-') byModel.set(model, (byModel.get(model) ?? 0n) + tokens);
    }
    expect(Object.fromEntries(byModel)).toEqual({
      'glm-5': 5_000_000n,
      'glm-5-air': 100_200_000n,
      'minimax-m2': 98_000_000n,
      'telechat-2-115b': 7_300_000n,
    });
    const tokens = [...byModel.values()].reduce((all, one) => all + one, 0n);
    expect(tokens / BigInt((await payingSince()).size)).toBe(35_083_333n);
  });

  it('tells revenue and margin by model and owner of the compute', async () => {
    const told = [...(await earned())].map(
      ([name, { revenueFen, operatorFen }]) =>
        `${name}: ${revenueFen} − ${revenueFen - operatorFen} = ${operatorFen}`,
    );
    expect(told.sort()).toEqual([
      '- -: 411 − 0 = 411',
      'glm-5 tianyi-ascend: 1757 − 958 = 799',
      'glm-5-air hygon-cloud: 15708 − 8538 = 7170',
      'glm-5-air tianyi-ascend: 0 − 16 = -16',
      'minimax-m2 cambricon-cloud: 15393 − 8534 = 6859',
      'telechat-2-115b tianyi-ascend: 579 − 366 = 213',
    ]);
  });
});

const ORDERS = [
  ['01T00:00', 'ming', 'personal-10m'],
  ['01T09:00', 'hua', 'trial-200k'],
  ['02T10:00', 'zhang', 'developer-15m'],
  ['04T10:00', 'hua', 'entry-400k'],
  ['04T11:00', 'rui', 'trial-200k'],
  ['08T09:00', 'shop', 'small-firm-600m'],
  ['09T15:00', 'li', 'developer-15m'],
  ['11T20:00', 'ming', 'entry-400k'],
  ['14T18:00', 'yun', 'entry-400k'],
] as const;

const USED = `
  u1 | ming | 2026-12-03T10:00:00 | telechat-2-115b | ascend-910c | input 5_000_000, output 2_000_000
  u2 | zhang | 2026-12-05T10:00:00 | glm-5 | ascend-910c | input 3_000_000, output 2_000_000
  u3 | shop | 2026-12-10T10:00:00 | glm-5-air | hygon-dcu | input 60_000_000, output 40_000_000
  u4 | shop | 2026-12-12T10:00:00 | minimax-m2 | mlu-590 | input 50_000_000, output 48_000_000
  u5 | hua | 2026-12-05T11:00:00 | glm-5-air | ascend-910c | input 100_000, output 100_000
  u6 | hua | 2026-12-13T10:00:00 | telechat-2-115b | ascend-910c | input 300_000`;
