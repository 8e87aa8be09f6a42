import { parseYuan, ratio, type Ratio } from '../kernel';
import { COUNTERS } from '../usage';
import { explainShares } from './explain-shares';
import type { RollupLine } from './rollup-line';
import type { SettlementDocuments, SettlementRule } from './settlement-input';
import type { SplitRule } from './split-rule';

const [WATERFALL, EVEN, ON_TOP, DEDUCTING] = [11, 12, 13, 14];

const waterfall: SplitRule = {
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps: [
    { party: 'vendor', type: 'percent', basis: 'net', value: '30' },
    { party: 'compute', type: 'cost' },
    { party: 'compute', type: 'perMillion', class: '*', value: '2' },
    { party: 'channel', type: 'percent', basis: 'remaining', value: '10' },
  ],
};
const floored: SplitRule = {
  ...waterfall,
  residual: 'holding',
  steps: [{ party: 'vendor', type: 'percent', basis: 'net', value: '30', floor: '0.5' }],
};
const deducting: SplitRule = {
  ...waterfall,
  deductions: [
    { name: 'bad_debt', basis: 'net', value: '8' },
    { name: 'channel_fee', basis: 'gross', value: '10', party: 'channel' },
  ],
  steps: [{ party: 'vendor', type: 'percent', basis: 'distributable', value: '30' }],
};
const kept = (rule: SplitRule): SettlementRule => ({ breakage: 'operator', rule });

const documents: SettlementDocuments = {
  rules: new Map([
    [WATERFALL, kept(waterfall)],
    [EVEN, kept(floored)],
    [ON_TOP, kept({ ...floored, vatIncluded: false })],
    [DEDUCTING, kept(deducting)],
  ]),
  planCodes: new Map([[21, 'gold']]),
  operator: 'carrier',
  parties: new Map(
    ['carrier', 'alpha', 'east', 'shop', 'holding'].map((code) => [
      code,
      { vatRate: '0.06', withholdingRate: '0' },
    ]),
  ),
};

interface Given extends Partial<Omit<RollupLine, 'gross' | 'net'>> {
  readonly gross: string;
  readonly net?: string;
  readonly million?: number;
}

const line = ({ gross, net, million = 0, ...rest }: Given): RollupLine => ({
  usageMonth: '2026-06',
  accountingMonth: '2026-06',
  splitRuleVersionId: WATERFALL,
  planVersionId: 21,
  model: 'a',
  vendor: 'alpha',
  computeOwner: 'east',
  channel: null,
  chipKind: null,
  kind: 'package',
  paid: true,
  currency: 'CNY',
  records: 1n,
  counts: COUNTERS.map((_, index) => (index === 0 ? BigInt(million) * 1_000_000n : 0n)),
  vendorCost: 0n,
  computeCost: 0n,
  ...rest,
  gross: parseYuan(gross),
  net: net === undefined ? null : parseYuan(net),
});

const yuan = (text: string): Ratio => ratio(parseYuan(text));
/** One yuan on a price with 6 % VAT: 100/106 of it. */
const NET_OF_ONE = ratio(50_000_000_000_000n, 53n);

describe('how a line of revenue is shared', () => {
  it('goes down the steps: a percentage, a cost, a price a million, a percentage of the rest, the rest', () => {
    const sold = line({
      gross: '106',
      net: '100',
      million: 10,
      channel: 'shop',
      computeCost: parseYuan('2.5'),
    });
    expect(explainShares([sold], documents)).toEqual([
      {
        splitRuleVersionId: WATERFALL,
        currency: 'CNY',
        key: {
          planVersionId: 21,
          model: 'a',
          vendor: 'alpha',
          computeOwner: 'east',
          channel: 'shop',
          chipKind: null,
          kind: 'package',
          paid: true,
        },
        net: yuan('100'),
        deductions: [],
        steps: [
          { type: 'percent', party: 'alpha', taken: yuan('30'), atFloor: false },
          { type: 'cost', party: 'east', taken: yuan('2.5'), atFloor: false },
          { type: 'perMillion', party: 'east', taken: yuan('20'), atFloor: false },
          // Of 47.5.
          { type: 'percent', party: 'shop', taken: yuan('4.75'), atFloor: false },
        ],
        residual: 'carrier',
        left: yuan('42.75'),
      },
    ]);
  });

  it('is exact where VAT leaves no whole pico-yuan; who is nobody is the operator', () => {
    const [told] = explainShares([line({ kind: 'usage', gross: '1' })], documents);
    expect(told?.net).toEqual(NET_OF_ONE);
    expect(told?.steps.map(({ party, taken }) => [party, taken])).toEqual([
      ['alpha', ratio(15_000_000_000_000n, 53n)],
      ['east', yuan('0')],
      ['east', yuan('0')],
      // A tenth of the seven tenths that are left.
      ['carrier', ratio(3_500_000_000_000n, 53n)],
    ]);
    expect(told?.left).toEqual(ratio(31_500_000_000_000n, 53n));
  });

  it('says what was taken off first, by its name: the operator’s is the operator’s party', () => {
    const [told] = explainShares(
      [line({ gross: '106', net: '100', splitRuleVersionId: DEDUCTING })],
      documents,
    );
    expect(told).toMatchObject({
      deductions: [
        { name: 'bad_debt', party: 'carrier', taken: yuan('8') },
        { name: 'channel_fee', party: 'carrier', taken: yuan('10.6') },
      ],
      // 30 % of 81.4.
      steps: [{ type: 'percent', party: 'alpha', taken: yuan('24.42') }],
      left: yuan('56.98'),
    });
  });

  it('says where a floor holds, and names a residual party', () => {
    const [told] = explainShares([line({ gross: '1.06', net: '1', splitRuleVersionId: EVEN })], documents);
    expect(told).toMatchObject({
      steps: [{ type: 'percent', party: 'alpha', taken: yuan('0.5'), atFloor: true }],
      residual: 'holding',
      left: yuan('0.5'),
    });
  });

  it('adds VAT on top where the rule says so', () => {
    const [told] = explainShares(
      [line({ kind: 'usage', gross: '10', splitRuleVersionId: ON_TOP })],
      documents,
    );
    expect(told).toMatchObject({ net: yuan('10'), left: yuan('7') });
  });

  it('gives breakage to the operator, past all steps', () => {
    const lapsed = line({
      kind: 'breakage',
      gross: '1.06',
      net: '1',
      model: null,
      vendor: null,
      computeOwner: null,
    });
    expect(explainShares([lapsed], documents)).toMatchObject([
      {
        net: yuan('1'),
        steps: [{ type: 'owned', party: 'carrier', taken: yuan('1'), atFloor: false }],
        left: yuan('0'),
      },
    ]);
  });

  it('shares lines of several rules and kinds one by one, and nothing where there is nothing', () => {
    const told = explainShares(
      [
        line({ kind: 'usage', gross: '1', splitRuleVersionId: EVEN }),
        line({ gross: '106', net: '100' }),
        line({ kind: 'usage', gross: '1' }),
      ],
      documents,
    );
    expect(told.map((one) => `${one.splitRuleVersionId} ${one.key.kind}`)).toEqual([
      '11 package',
      '11 usage',
      '12 usage',
    ]);
    expect(explainShares([], documents)).toEqual([]);
  });
});
