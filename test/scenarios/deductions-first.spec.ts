import { ratio, type Ratio } from '@ciyuan/core/kernel';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import { ExplainRecord } from '@ciyuan/modules/reporting';
import { must } from '../support/settlement-engine';
import { postAs } from '../support/post-as';
import { SeededMarket } from '../support/seeded-market';
import { latestBody, writeDraft } from '../support/signed-drafts';
import type { SplitRuleDocument } from '@ciyuan/core/charging';

/*
 * October 2026, in fen. Han has `personal-80m`: 4,990 with VAT, 4,708 without, 58.85 for a million tokens. Its rule takes
 * 2 % off for bad debts and 1 % for service; compute has its cost, the vendor 40 % of what is left of the net.
 *
 * | record | tokens, chip | net | bad debts | service | distributable | compute | vendor | operator |
 * |---|---|---|---|---|---|---|---|---|
 * | p1 | 60 M, ascend-910c | 3,531 | 70.62 | 35.31 | 3,425.07 | 12 × 60 = 720 | 1,370.028 | 105.93 + 1,335.042 |
 * | p2 | 20 M, hygon-dcu | 1,177 | 23.54 | 11.77 | 1,141.69 | 14 × 20 = 280 | 456.676 | 35.31 + 405.014 |
 *
 * Whole fen: 720 + 1,370 + 280 + 456 + 1,881 = 4,707 of 4,708; the last one to minimax (.676). The operator's 1,881 are
 * 1,440.972 → 1,441 and 440.324 → 440.
 *
 * Lin tries for nothing. The vendor is owed a price by model and chip, of which the operator bears half; compute has its
 * whole cost, for its step says so.
 *
 * | record | tokens, chip | the price that holds | vendor, half | compute | operator |
 * |---|---|---|---|---|---|
 * | t1 | 2 M, glm-5-air, ascend-910c | 60, the model and the chip, before 80 for `glm-*` | 120 → 60 | 24 | −84 |
 * | t2 | 1 M, minimax-m2, hygon-dcu | 40, the chip alone | 40 → 20 | 14 | −34 |
 * | t3 | 0.5 M, deepseek-v3.2, mlu-590 | 50, the step's own | 25 → 12.5 | 6.5 | −19 |
 *
 * 12 + 6 + 60 + 24 + 20 + 14 − 137 = −1; the fen that is missing goes to deepseek, before cambricon with as much.
 * What of the trial lapses is nobody's: a line of 0.
 */
describe('deductions come first, and the cost of a trial is shared', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    for (const document of DOCUMENTS) {
      const effectiveFrom = Date.parse('2026-01-01T00:00:00+08:00');
      must(await market.engine.get(PublishDocument).run({ ...document, effectiveFrom, by: 'seed' }));
    }
    for (const account of ['han', 'lin']) await market.openAccount(account, 'consumer');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const sharesOf = async (recordId: string) => {
    const explained = await market.engine
      .get(ExplainRecord)
      .run({ partner: 'gw-east', source: 'api', recordId });
    return must(explained).shares;
  };

  it('takes no rule that deducts more than there is', async () => {
    const body = await latestBody<SplitRuleDocument>(market, 'split_rule', 'personal-80m-share');
    const [badDebt] = body.rule.deductions ?? [];
    const deductions = [badDebt, { name: 'service_fee', basis: 'net', value: '98.01' }];
    const draft = await writeDraft(market, {
      kind: 'split_rule',
      body: { ...body, rule: { ...body.rule, deductions } },
      effectiveFrom: '2026-12-01T00:00:00+08:00',
    });
    expect(draft).toMatchObject({
      refusal: { code: 'invalid', faults: [{ path: 'rule.deductions.1.value', code: 'over_100_percent' }] },
    });
  });

  it('charges a package and a trial', async () => {
    for (const plan of ['payg-standard', 'personal-80m'])
      expect(await market.order('han', plan)).toBe('taken');
    expect(await market.order('lin', 'trial-halves-5m')).toBe('taken');
    market.moveTo('2026-10-25T10:00:00+08:00');
    expect(await postAs(market, 'gw-east', CALLS)).toEqual(Array(5).fill('accepted'));
  });

  it('explains each deduction by its name, and what is due of a trial', async () => {
    const [paid] = await sharesOf('p1');
    expect(paid).toMatchObject({
      net: fen('3531'),
      deductions: [
        { name: 'bad_debt', party: 'operator', taken: fen('70.62') },
        { name: 'service_fee', party: 'operator', taken: fen('35.31') },
      ],
      steps: [
        { type: 'cost', party: 'tianyi-ascend', taken: fen('720') },
        { type: 'percent', party: 'zhipu', taken: fen('1370.028') },
      ],
      left: fen('1335.042'),
    });
    const [tried] = await sharesOf('t1');
    expect(tried).toMatchObject({
      deductions: [{ name: 'bad_debt', party: 'operator', taken: fen('0') }],
      steps: [
        { type: 'perMillion', party: 'zhipu', taken: fen('60') },
        { type: 'cost', party: 'tianyi-ascend', taken: fen('24') },
      ],
      left: fen('-84'),
    });
  });

  it('settles the month to the fen', async () => {
    await market.endMonth('2026-10');
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(STATEMENTS);
  });
});

/** Of a fen, to three places. */
function fen(text: string): Ratio {
  const [whole = '', places = ''] = text.split('.');
  return ratio(BigInt(whole + places.padEnd(3, '0')) * 10n ** 7n);
}

const CALLS = `
  p1 | han | 2026-10-08T10:00:00 | glm-5-air | ascend-910c | input 60_000_000
  p2 | han | 2026-10-12T10:00:00 | minimax-m2 | hygon-dcu | input 20_000_000
  t1 | lin | 2026-10-08T10:00:00 | glm-5-air | ascend-910c | input 2_000_000
  t2 | lin | 2026-10-09T10:00:00 | minimax-m2 | hygon-dcu | input 1_000_000
  t3 | lin | 2026-10-10T10:00:00 | deepseek-v3.2 | mlu-590 | input 500_000`;

const STATEMENTS = `
cambricon-cloud: trial-halves-5m deepseek-v3.2 package free 0.06
cambricon-cloud: issued 0.06 + 0.00 VAT = 0.06
deepseek: trial-halves-5m deepseek-v3.2 package free 0.13
deepseek: issued 0.13 + 0.01 VAT = 0.14
hygon-cloud: personal-80m minimax-m2 package 2.80
hygon-cloud: trial-halves-5m minimax-m2 package free 0.14
hygon-cloud: issued 2.94 + 0.18 VAT = 3.12
minimax: personal-80m minimax-m2 package 4.57
minimax: trial-halves-5m minimax-m2 package free 0.20
minimax: issued 4.77 + 0.29 VAT = 5.06
operator: personal-80m glm-5-air package 14.41
operator: personal-80m minimax-m2 package 4.40
operator: trial-halves-5m breakage free 0.00
operator: trial-halves-5m deepseek-v3.2 package free -0.19
operator: trial-halves-5m glm-5-air package free -0.84
operator: trial-halves-5m minimax-m2 package free -0.34
operator: issued 17.44 + 0.00 VAT = 17.44
tianyi-ascend: personal-80m glm-5-air package 7.20
tianyi-ascend: trial-halves-5m glm-5-air package free 0.24
tianyi-ascend: issued 7.44 + 0.45 VAT = 7.89
zhipu: personal-80m glm-5-air package 13.70
zhipu: trial-halves-5m glm-5-air package free 0.60
zhipu: issued 14.30 + 0.86 VAT = 15.16`;

const DOCUMENTS = [
  {
    kind: 'plan',
    body: {
      code: 'trial-halves-5m',
      role: 'trial',
      name: '免费体验500万',
      currency: 'CNY',
      price: '0.00',
      vatRate: '0.06',
      allowance: { tokens: 5_000_000, models: ['*'], source: 'trial' },
      validityDays: 31,
      cycleAnchor: 'order_day',
      firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'up' },
      exhaustion: 'hard_limit',
      coefficientTable: 'standard',
      coefficients: 'at_issue',
      latenessHours: 72,
    },
  },
  {
    kind: 'split_rule',
    body: {
      code: 'trial-halves',
      match: { plan: 'trial-halves-5m' },
      breakage: 'operator',
      rule: {
        vatRate: '0.06',
        vatIncluded: true,
        residual: 'operator',
        deductions: [{ name: 'bad_debt', basis: 'net', value: '2' }],
        trialCost: { borneBy: 'shared', operatorPercent: '50' },
        steps: [
          {
            type: 'perMillion',
            party: 'vendor',
            class: '*',
            value: '0.5',
            rates: [
              { model: 'glm-*', value: '0.8' },
              { model: 'glm-5-air', chipKind: 'ascend-910c', value: '0.6' },
              { chipKind: 'hygon-dcu', value: '0.4' },
            ],
            onFree: true,
          },
          { type: 'cost', party: 'compute', trialCost: { borneBy: 'operator' } },
        ],
      },
    },
  },
] as const;
