import { countsOf } from '../usage';
import type { RollupKey } from './decision';
import { Tally } from './tally';

const KEY: RollupKey = {
  usageMonth: '2026-09',
  accountingMonth: '2026-10',
  planVersionId: 1,
  splitRuleVersionId: 2,
  model: 'glm-5',
  vendor: 'alpha',
  computeOwner: 'tianyi',
  channel: null,
  chipKind: 'ascend',
  kind: 'package',
  currency: 'CNY',
  paid: true,
};
const OTHERS: { readonly [K in keyof RollupKey]: RollupKey[K] } = {
  usageMonth: '2026-10',
  accountingMonth: '2026-11',
  planVersionId: 2,
  splitRuleVersionId: 3,
  model: 'glm-4',
  vendor: 'beta',
  computeOwner: 'elsewhere',
  channel: 'shop',
  chipKind: 'other',
  kind: 'usage',
  currency: 'USD',
  paid: false,
};

describe('a tally', () => {
  it('adds up every figure of a line', () => {
    const tally = new Tally();
    const part = {
      records: 1,
      counts: countsOf({ input: 2, pages: 3 }),
      drawnMilli: 4n,
      vendorCost: 7n,
      computeCost: 8n,
    };
    tally.rollUp(KEY, { ...part, gross: 5n, net: 6n });
    tally.rollUp({ ...KEY }, { ...part, gross: 50n, net: 60n });
    expect(tally.rollups()).toEqual([
      {
        ...KEY,
        records: 2,
        counts: countsOf({ input: 4, pages: 6 }),
        drawnMilli: 8n,
        gross: 55n,
        net: 66n,
        vendorCost: 14n,
        computeCost: 16n,
      },
    ]);
  });

  it('states no net where none was stated, and nothing of what was not given', () => {
    const tally = new Tally();
    tally.rollUp(KEY, { records: 0, gross: 5n, net: null });
    expect(tally.rollups()).toMatchObject([
      { records: 0, counts: countsOf({}), gross: 5n, net: null, vendorCost: 0n },
    ]);
  });

  it.each(Object.keys(KEY) as (keyof RollupKey)[])('keeps a line of its own for another %s', (field) => {
    const tally = new Tally();
    tally.rollUp(KEY, { records: 1, gross: 1n, net: null });
    tally.rollUp({ ...KEY, [field]: OTHERS[field] }, { records: 1, gross: 2n, net: null });
    expect(tally.rollups().map((one) => [one[field], one.gross])).toEqual([
      [KEY[field], 1n],
      [OTHERS[field], 2n],
    ]);
  });

  it('journals by account, month and currency, and drops what adds up to nothing', () => {
    const tally = new Tally();
    tally.post(1, '2026-10', 'packageConsumed', 7n, 'CNY');
    tally.post(1, '2026-10', 'packageBroken', -7n, 'CNY');
    tally.post(1, '2026-11', 'tokensConsumed', 3n);
    tally.post(2, '2026-10', 'usageCharged', 2n, 'CNY');
    tally.post(2, '2026-10', 'usageCharged', 0n, 'CNY');
    tally.post(2, '2026-10', 'usageCharged', 3n, 'USD');
    tally.post(3, '2026-10', 'saleNet', 5n, 'CNY');
    tally.post(3, '2026-10', 'saleNet', -5n, 'CNY');
    const lines = tally
      .journals()
      .map((one) => [one.accountId, one.accountingMonth, one.asset, one.account, one.amount].join(' '));
    expect(lines.sort()).toEqual([
      '1 2026-10 CNY breakage_revenue 7',
      '1 2026-10 CNY package_revenue -7',
      '1 2026-11 TOKEN token_balance -3',
      '1 2026-11 TOKEN token_consumed 3',
      '2 2026-10 CNY unbilled_usage 2',
      '2 2026-10 CNY usage_revenue -2',
      '2 2026-10 USD unbilled_usage 3',
      '2 2026-10 USD usage_revenue -3',
    ]);
  });
});
