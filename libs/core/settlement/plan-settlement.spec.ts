import { parseFen, parseYuan, type Fen } from '../kernel';
import { COUNTERS } from '../usage';
import { NO_REVENUE, bookedRevenue } from './booked-revenue';
import { NOTHING_AGREED } from './contract-terms/contract-input';
import { planSettlement } from './plan-settlement';
import type { RollupLine } from './rollup-line';
import type { SettlementInput, SettlementRule } from './settlement-input';
import type { SettlementPlan } from './settlement-plan';
import type { SplitRule } from './split-rule';

const RULE = 11;
const OTHER_RULE = 12;
const GOLD = 21;
const GOLD_AGAIN = 22;

const rule: SplitRule = {
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps: [
    { party: 'vendor', type: 'percent', basis: 'net', value: '30' },
    { party: 'compute', type: 'perMillion', class: '*', value: '2' },
    { party: 'channel', type: 'percent', basis: 'remaining', value: '10' },
  ],
};
const half: SplitRule = { ...rule, steps: [{ party: 'vendor', type: 'percent', basis: 'net', value: '50' }] };
const kept = (document: SplitRule): SettlementRule => ({ breakage: 'operator', rule: document });
const followed = (document: SplitRule): SettlementRule => ({ breakage: 'as_consumed', rule: document });

const line = (
  change: Partial<Omit<RollupLine, 'gross' | 'net'>> & { gross: string; net?: string; million?: number },
) => {
  const { gross, net, million = 0, ...rest } = change;
  return {
    usageMonth: '2026-06',
    accountingMonth: '2026-06',
    splitRuleVersionId: RULE,
    planVersionId: GOLD,
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
  } satisfies RollupLine;
};

const sold = line({ gross: '106', net: '100', million: 10, channel: 'shop' });
const given = line({ gross: '0', net: '0', million: 4, channel: 'shop', paid: false });
const paygo = line({
  gross: '53',
  million: 5,
  kind: 'usage',
  model: 'b',
  vendor: 'beta',
  computeOwner: 'west',
});
const over = line({
  gross: '0',
  million: 1,
  kind: 'overdraw',
  model: 'b',
  vendor: 'beta',
  computeOwner: 'west',
});
const missing = line({
  gross: '21.2',
  net: '20',
  kind: 'shortfall',
  model: null,
  vendor: null,
  computeOwner: null,
  records: 0n,
});
const madeUp = line({ gross: '10.6', net: '10', kind: 'shortfall', records: 0n });
const alsoSold = line({
  gross: '53',
  net: '50',
  million: 5,
  model: 'b',
  vendor: 'beta',
  computeOwner: 'west',
});
const expired = line({
  gross: '10.6',
  net: '10',
  kind: 'breakage',
  records: 0n,
  model: null,
  vendor: null,
  computeOwner: null,
});

const rates = (vatRate = '0', withholdingRate = '0') => ({ vatRate, withholdingRate });
const input = (lines: RollupLine[], change: Partial<SettlementInput> = {}): SettlementInput => ({
  month: '2026-06',
  lines,
  rules: new Map([[RULE, kept(rule)]]),
  planCodes: new Map([
    [GOLD, 'gold'],
    [GOLD_AGAIN, 'gold'],
  ]),
  operator: 'carrier',
  parties: new Map([
    ['alpha', rates('0.06')],
    ['beta', rates('0.03', '0.1')],
    ...['carrier', 'east', 'west', 'shop'].map((code) => [code, rates()] as const),
  ]),
  issuedShares: [],
  transfers: [],
  contracts: NOTHING_AGREED,
  issuedSplits: [],
  ...change,
});

function planned(lines: RollupLine[], change: Partial<SettlementInput> = {}): SettlementPlan {
  const result = planSettlement(input(lines, change));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const yuan = (fen: Fen): number => Number(fen) / 100;
const shares = (plan: SettlementPlan) => {
  const yuans = plan.statements.filter(({ currency }) => currency === 'CNY');
  return Object.fromEntries(yuans.map(({ party, shareFen }) => [party, yuan(shareFen)]));
};
const linesOf = (plan: SettlementPlan, party: string) =>
  plan.statements
    .filter((statement) => statement.party === party)
    .flatMap(({ lines }) => lines)
    .map(({ lineKind, key, shareFen }) =>
      [
        lineKind,
        ...(key === null ? [] : [key.model ?? '-', key.kind, key.paid ? 'paid' : 'free']),
        yuan(shareFen),
      ].join(' '),
    );

describe('a month of two vendors, two owners, a free line, an overdraw, breakage and a guarantee', () => {
  const guaranteed = { ...rule, minimumGuarantees: [{ party: 'compute', amount: '30' }] };
  const plan = planned([paygo, sold, expired, given, over], { rules: new Map([[RULE, kept(guaranteed)]]) });

  it('is shared to the fen', () => {
    expect(plan.splits).toEqual([
      {
        originMonth: '2026-06',
        splitRuleVersionId: RULE,
        currency: 'CNY',
        lineCount: 5,
        paidFen: parseFen('169.6'),
        netFen: parseFen('160'),
        taxFen: parseFen('9.6'),
        usageTaxFen: parseFen('3'),
        usageTaxOnTop: false,
      },
    ]);
    expect(shares(plan)).toEqual({ alpha: 30, beta: 15, east: 30, west: 30, shop: 5, carrier: 50 });
  });

  it('pays a compute owner for its tokens on paid lines and tops it up to its minimum, once', () => {
    expect(linesOf(plan, 'east')).toEqual([
      'share a package free 0',
      'share a package paid 20',
      'guarantee 10',
    ]);
    expect(linesOf(plan, 'west')).toEqual([
      'share b overdraw paid 2',
      'share b usage paid 10',
      'guarantee 18',
    ]);
  });

  it('leaves the operator the breakage, the cost of the overdraw, the missing channel and the guarantee', () => {
    expect(linesOf(plan, 'carrier')).toEqual([
      'share - breakage paid 10',
      'share a package free 0',
      'share a package paid 45',
      'share b overdraw paid -2',
      'share b usage paid 25',
      'guarantee -28',
    ]);
  });

  it('adds the VAT of each party and withholds its tax', () => {
    const [alpha, beta] = plan.statements;
    expect(alpha).toMatchObject({ vatFen: 180n, withholdingFen: 0n, payableFen: 3180n });
    expect(beta).toMatchObject({ vatFen: 45n, withholdingFen: 150n, payableFen: 1395n });
  });

  it('shows the records, tokens and amounts that a share comes from', () => {
    const share = plan.statements.find(({ party }) => party === 'shop')?.lines.find(({ key }) => key?.paid);
    expect(share).toMatchObject({ records: 1n, tokens: 10_000_000n, gross: parseYuan('106') });
  });
});

describe('breakage', () => {
  it('as consumed goes where the net consumption of the plan went, without a fee for tokens', () => {
    const rules = new Map([[RULE, followed(rule)]]);
    const plan = planned([{ ...expired, planVersionId: GOLD_AGAIN }, sold, alsoSold, given], { rules });
    expect(shares(plan)).toEqual({ alpha: 32, beta: 16, east: 20, west: 10, shop: 5.47, carrier: 76.53 });
    expect(linesOf(plan, 'shop')).toEqual([
      'share a breakage paid 0.47',
      'share a package free 0',
      'share a package paid 5',
    ]);
    const shown = plan.statements.find(({ party }) => party === 'carrier')?.lines;
    expect(shown?.filter(({ key }) => key?.kind === 'breakage').map(({ gross }) => gross)).toEqual([
      parseYuan('7.066666666667'),
      parseYuan('3.533333333333'),
    ]);
  });

  it('as consumed is shared by the rule that the consumption was shared by', () => {
    const rules = new Map([
      [RULE, followed(rule)],
      [OTHER_RULE, kept(half)],
    ]);
    const plan = planned([expired, { ...sold, splitRuleVersionId: OTHER_RULE }], { rules });
    expect(plan.splits.map(({ splitRuleVersionId, netFen }) => [splitRuleVersionId, netFen])).toEqual([
      [OTHER_RULE, 11_000n],
    ]);
    expect(shares(plan)).toEqual({ alpha: 55, carrier: 55 });
  });

  it.each<[string, RollupLine[]]>([
    ['nothing', []],
    ['only what was given', [given]],
    ['only by pay-as-you-go', [paygo]],
    ['in another currency', [{ ...sold, currency: 'USD' }]],
  ])('as consumed is the operator’s where the plan was consumed %s', (_what, lines) => {
    const alone = planned(lines, { rules: new Map([[RULE, followed(rule)]]) });
    const plan = planned([...lines, expired], { rules: new Map([[RULE, followed(rule)]]) });
    expect(shares(plan)['carrier']).toBe((shares(alone)['carrier'] ?? 0) + 10);
    expect(linesOf(plan, 'carrier')).toContain('share - breakage paid 10');
  });

  it('does not raise the tier that a vendor’s consumption is in', () => {
    const tiers = [
      { upTo: '100', value: '10' },
      { upTo: null, value: '90' },
    ];
    const step = { party: 'vendor', type: 'tieredPercent', basis: 'net', tiers } as const;
    const rules = new Map([[RULE, kept({ ...rule, steps: [step] })]]);
    const own = { ...sold, vendor: 'carrier' };
    const percent = { party: 'compute', type: 'percent', basis: 'remaining', value: '50' } as const;
    const both = new Map([[RULE, kept({ ...rule, steps: [step, percent] })]]);
    expect(shares(planned([expired, sold], { rules }))).toEqual({ alpha: 10, carrier: 100 });
    expect(shares(planned([expired, own], { rules: both }))).toEqual({ east: 45, carrier: 65 });
  });

  it('alone tops no role up: nobody has one', () => {
    const guaranteed = { ...rule, minimumGuarantees: [{ party: 'vendor', amount: '5' }] };
    const plan = planned([expired], { rules: new Map([[RULE, kept(guaranteed)]]) });
    expect(shares(plan)).toEqual({ carrier: 10 });
  });
});

describe('a rule with another residual party', () => {
  const rules = new Map([[RULE, kept({ ...half, residual: 'shop' })]]);

  it('leaves it the rest, and the operator the breakage', () => {
    expect(shares(planned([sold, expired], { rules }))).toEqual({ alpha: 50, shop: 50, carrier: 10 });
  });

  it('says nothing to it where all is the operator’s', () => {
    expect(shares(planned([expired], { rules }))).toEqual({ carrier: 10 });
  });

  it('is a fault of the catalogue where each line may say who that is', () => {
    const unresolved = new Map([[RULE, kept({ ...half, residual: 'vendor' })]]);
    expect(() => planned([sold], { rules: unresolved })).toThrow('the residual vendor is not one party');
  });
});

describe('a rule with VAT on top', () => {
  const rules = new Map([[RULE, kept({ ...half, vatIncluded: false })]]);

  it('taxes what usage was charged on top of it, and what was sold with VAT not again', () => {
    const plan = planned([{ ...paygo, gross: parseYuan('50') }, sold], { rules });
    expect(plan.splits).toMatchObject([
      { paidFen: 15_900n, netFen: 15_000n, usageTaxFen: 300n, usageTaxOnTop: true },
    ]);
  });
});

describe('an earlier month', () => {
  const guaranteed = { ...half, minimumGuarantees: [{ party: 'alpha', amount: '60' }] };
  const rules = new Map([[RULE, kept(guaranteed)]]);
  const may = { ...sold, usageMonth: '2026-05', accountingMonth: '2026-05' };
  const late = line({ gross: '10.6', net: '10', million: 1, channel: 'shop', usageMonth: '2026-05' });
  const figures = {
    originMonth: '2026-05',
    currency: 'CNY',
    records: 1n,
    tokens: 10_000_000n,
    gross: sold.gross,
  };
  const issued = {
    rules,
    issuedShares: [
      { ...figures, party: 'alpha', shareFen: 6_000n },
      { ...figures, party: 'carrier', shareFen: 4_000n },
    ],
    issuedSplits: [
      {
        originMonth: '2026-05',
        splitRuleVersionId: RULE,
        currency: 'CNY',
        paidFen: 10_600n,
        netFen: 10_000n,
        taxFen: 600n,
        usageTaxFen: 0n,
        usageTaxOnTop: false,
      },
    ],
  };

  it('is restated with its guarantee, less what was issued: one line for each party', () => {
    const plan = planned([may, late, { ...sold, splitRuleVersionId: OTHER_RULE }], {
      ...issued,
      rules: new Map([...rules, [OTHER_RULE, kept(half)]]),
    });
    expect(linesOf(plan, 'alpha')).toEqual(['share a package paid 50', 'adjustment 0']);
    expect(linesOf(plan, 'carrier')).toEqual(['share a package paid 50', 'adjustment 10']);
    expect(plan.statements[0]?.lines[1]).toEqual({
      lineKind: 'adjustment',
      originMonth: '2026-05',
      splitRuleVersionId: null,
      counterparty: null,
      reference: null,
      key: null,
      records: 1n,
      tokens: 1_000_000n,
      gross: parseYuan('10.6'),
      shareFen: 0n,
    });
    expect(plan.splits[0]).toMatchObject({
      originMonth: '2026-05',
      paidFen: 1_060n,
      netFen: 1_000n,
      taxFen: 60n,
    });
  });

  it('adds up what was booked for one key at different times, each cost and token of it', () => {
    const costs = { party: 'vendor', type: 'cost' } as const;
    const perToken = { party: 'compute', type: 'perMillion', class: 'input', value: '1' } as const;
    const documents = new Map([
      [RULE, kept({ ...half, steps: [costs, { ...costs, party: 'compute' }, perToken] })],
    ]);
    const first = { ...may, vendorCost: parseYuan('3'), computeCost: parseYuan('1') };
    const second = {
      ...first,
      accountingMonth: '2026-06',
      vendorCost: parseYuan('4'),
      computeCost: parseYuan('2'),
    };
    const plan = planned([second, first], { rules: documents });
    expect(plan.splits).toMatchObject([{ lineCount: 1, paidFen: 21_200n, netFen: 20_000n }]);
    expect(shares(plan)).toEqual({ alpha: 7, east: 23, carrier: 170 });
  });

  it('says nothing to a party that nothing changes for', () => {
    const shareOf = (party: string, shareFen: bigint) => ({ ...figures, party, shareFen });
    const plan = planned([may, { ...may, vendor: 'beta' }, late], {
      rules: new Map([[RULE, kept(half)]]),
      issuedShares: [
        shareOf('alpha', 5_000n),
        shareOf('beta', 5_000n),
        { ...shareOf('carrier', 10_000n), records: 2n },
      ],
      issuedSplits: issued.issuedSplits.map((one) => ({
        ...one,
        paidFen: 21_200n,
        netFen: 20_000n,
        taxFen: 1_200n,
      })),
    });
    expect(shares(plan)).toEqual({ alpha: 5, carrier: 5 });
  });

  it('is left alone where nothing was booked for it', () => {
    const plan = planned([may, sold], issued);
    expect(
      plan.statements.flatMap(({ lines }) => lines).filter(({ lineKind }) => lineKind === 'adjustment'),
    ).toEqual([]);
  });

  it('takes breakage back from the operator where late usage shows who served the plan', () => {
    const documents = new Map([
      [RULE, followed(half)],
      [OTHER_RULE, kept(half)],
    ]);
    const broken = { ...expired, usageMonth: '2026-05', accountingMonth: '2026-05' };
    const figuresOf = {
      originMonth: '2026-05',
      currency: 'CNY',
      records: 0n,
      tokens: 0n,
      gross: expired.gross,
    };
    const plan = planned([broken, { ...late, splitRuleVersionId: OTHER_RULE }], {
      rules: documents,
      issuedShares: [{ ...figuresOf, party: 'carrier', shareFen: 1_000n }],
      issuedSplits: issued.issuedSplits.map((one) => ({
        ...one,
        paidFen: 1_060n,
        netFen: 1_000n,
        taxFen: 60n,
      })),
    });
    expect(plan.splits).toMatchObject([
      { splitRuleVersionId: RULE, lineCount: 0, paidFen: -1_060n, netFen: -1_000n, taxFen: -60n },
      { splitRuleVersionId: OTHER_RULE, lineCount: 2, paidFen: 2_120n, netFen: 2_000n, taxFen: 120n },
    ]);
    expect(shares(plan)).toEqual({ alpha: 10, carrier: 0 });
  });

  it('takes back a negative share with negative VAT', () => {
    const reversal = { ...late, gross: parseYuan('-53'), net: parseYuan('-50') };
    const plan = planned([may, reversal], { ...issued, rules: new Map([[RULE, kept(half)]]) });
    expect(plan.statements[0]).toMatchObject({
      party: 'alpha',
      shareFen: -3_500n,
      vatFen: -210n,
      payableFen: -3_710n,
    });
  });
});

describe('a shortfall', () => {
  it.each([
    ['operator', kept(half)],
    ['as_consumed', followed(half)],
  ])(
    'is the operator’s, and once it is made up shared by the steps of its line: %s',
    (_breakage, document) => {
      const plan = planned([sold, missing, madeUp], { rules: new Map([[RULE, document]]) });
      expect(shares(plan)).toEqual({ alpha: 55, carrier: 75 });
      expect(plan.splits).toMatchObject([{ paidFen: 13_780n, netFen: 13_000n, usageTaxFen: 0n }]);
    },
  );
});

describe('planSettlement', () => {
  it('refuses a party that nobody knows', () => {
    const stranger = { ...sold, vendor: 'nobody' };
    expect(planSettlement(input([stranger]))).toEqual({
      ok: false,
      refusal: { code: 'unknown_party', party: 'nobody' },
    });
  });

  it('throws on a rule or a plan that it was not given', () => {
    expect(() => planSettlement(input([sold], { rules: new Map() }))).toThrow('no split rule of version 11');
    const rules = new Map([[RULE, followed(rule)]]);
    expect(() => planSettlement(input([expired], { rules, planCodes: new Map() }))).toThrow(
      'no plan of version 21',
    );
  });

  it('keeps currencies apart', () => {
    const plan = planned([sold, { ...sold, currency: 'USD' }]);
    expect(plan.splits.map(({ currency, netFen }) => [currency, netFen])).toEqual([
      ['CNY', 10_000n],
      ['USD', 10_000n],
    ]);
    expect(plan.statements.map(({ party, currency }) => `${party} ${currency}`)).toContain('alpha USD');
  });
});

describe('bookedRevenue', () => {
  it('is what the accounting month has booked, whichever month it belongs to', () => {
    const late = { ...sold, usageMonth: '2026-05' };
    const before = { ...sold, usageMonth: '2026-05', accountingMonth: '2026-05' };
    const fee = { ...expired, kind: 'fee' as const };
    const lines = [sold, late, before, given, paygo, over, expired, missing, madeUp, fee];
    const yuan = {
      packageNet: parseYuan('200'),
      breakageNet: parseYuan('10'),
      shortfallNet: parseYuan('30'),
      feeNet: parseYuan('10'),
      usageGross: parseYuan('53'),
    };
    expect(bookedRevenue(lines, '2026-06')).toEqual(new Map([['CNY', yuan]]));
    const dollars = { ...NO_REVENUE, usageGross: parseYuan('53') };
    expect(bookedRevenue([...lines, { ...paygo, currency: 'USD' }], '2026-06')).toEqual(
      new Map([
        ['CNY', yuan],
        ['USD', dollars],
      ]),
    );
  });
});
