import type { Plan } from '../catalogue';
import { formatYuan } from '../kernel';
import { CONTENT, NOON, charge } from '../../../test/support/core-shop';
import { accountOf, at, monthsOf, planOf, recordOf } from '../../../test/support/core-catalogue';
import type { AccountState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { voidRecords } from './correction/correct';
import { decide } from './decide';
import type { ChargeDecision, ChargedRecord } from './decision';
import { explainCharge, type OverageStep } from './replay/explain-charge';
import { newSubscription } from './new-subscription';
import { takeUp } from './order';
import { planCharge } from './plan-charge';

// Input costs 2 yuan a million: of 4,000 tokens 0.008. The pack holds 100 tokens and caps what comes after at one fen.

const PACK = planOf({
  code: 'pack',
  role: 'pack',
  price: '1.06',
  validityDays: 30,
  exhaustion: 'payg_cap',
  overageCap: '0.01',
  allowance: { tokens: 100, models: ['glm-*'], source: 'pack' },
});
const BASE = planOf({ code: 'base', role: 'base', priceBook: 'retail' });
const sold = (...plans: Plan[]) => ({
  ...CONTENT,
  plan: plans.map((body, index) => ({ id: index + 1, code: body.code, effectiveFrom: 0, body })),
});

class Shop {
  readonly account: AccountState = accountOf();
  readonly catalogue;
  private calls = 0;

  constructor(...plans: Plan[]) {
    this.catalogue = compileCatalogue(sold(...plans));
    for (const { code } of plans) {
      const plan = this.catalogue.planAt(code, NOON);
      if (plan === undefined) throw new Error(code);
      const taken = newSubscription(this.account, plan, at('2026-10-01T00:00'), null);
      takeUp(this.account, taken, 0, this.catalogue, monthsOf());
    }
  }

  call(input: number, own: Parameters<typeof recordOf>[0] = {}): ChargedRecord {
    const record = this.recordOf(input, own);
    const [charged] = this.decided([{ record, accountId: 1 }]).charged;
    if (charged === undefined) throw new Error('in suspense');
    return charged;
  }

  explained(input: number): OverageStep | undefined {
    const record = this.recordOf(input, {});
    const plan = planCharge(this.account, record, this.catalogue);
    if ('reason' in plan) throw new Error(plan.reason);
    return explainCharge(this.account, record, plan, this.catalogue).overages[0];
  }

  takeBack(...rated: ChargedRecord[]): readonly ChargedRecord[] {
    const accounts = new Map([[1, this.account]]);
    const all = rated.map((rating) => ({
      recordSequence: rating.sequence,
      rating,
      draws:
        rating.grantNumber === null
          ? []
          : [{ grantNumber: rating.grantNumber, milliTokens: rating.firstDrawnMilli }],
      catalogue: this.catalogue,
    }));
    const { catalogue } = this;
    const decision = voidRecords({ accounts, catalogue, months: monthsOf(), now: NOON }, all);
    return decision.corrections.map(({ rating }) => rating);
  }

  private recordOf(input: number, own: Parameters<typeof recordOf>[0]) {
    this.calls += 1;
    return recordOf({ at: NOON, recordId: `r${this.calls}`, ...own }, { input });
  }

  private decided(records: Parameters<typeof decide>[0]['records']): ChargeDecision {
    const { catalogue } = this;
    return decide({ records, accounts: new Map([[1, this.account]]), catalogue, months: monthsOf() });
  }
}

const told = ({ overageKind, usageGross, basePlanVersionId }: ChargedRecord): unknown[] => [
  overageKind,
  formatYuan(usageGross),
  basePlanVersionId,
];

describe('a cap', () => {
  it('charges up to it, what is left of it where it is crossed, and nothing beyond it', () => {
    const shop = new Shop(BASE, PACK);
    expect([shop.call(4_100), shop.call(4_000), shop.call(4_000)].map(told)).toEqual([
      ['usage', '0.008', 1],
      ['usage', '0.002', 1],
      ['overdraw', '0', null],
    ]);
  });

  it('that is reached to the last digit leaves nothing for the next one', () => {
    const shop = new Shop(BASE, PACK);
    expect([shop.call(5_100), shop.call(1)].map(told)).toEqual([
      ['usage', '0.01', 1],
      ['overdraw', '0', null],
    ]);
  });

  it('is the word of the grant that ran dry: what no grant is eligible for is charged as ever', () => {
    const shop = new Shop(BASE, PACK);
    const kimi = shop.call(9_000, { model: 'kimi' });
    expect(told(kimi)).toEqual(['usage', '0.018', 1]);
    expect(told(shop.call(5_100))).toEqual(['usage', '0.01', 1]);
  });

  it('is of each cycle anew', () => {
    const { validityDays: _days, ...rest } = PACK;
    const shop = new Shop(BASE, { ...rest, code: 'monthly', role: 'package' });
    const november = { at: at('2026-11-05T12:00') };
    expect([shop.call(9_100), shop.call(9_100), shop.call(4_100, november)].map(told)).toEqual([
      ['usage', '0.01', 1],
      ['overdraw', '0', null],
      ['usage', '0.008', 1],
    ]);
  });

  it('of a base tariff is of the billing month, and of what no grant is eligible for', () => {
    const shop = new Shop({ ...BASE, exhaustion: 'payg_cap', overageCap: '0.01' });
    const charged = [shop.call(4_000), shop.call(4_000), shop.call(4_000)];
    expect([...charged, shop.call(1_000, { at: at('2026-11-01T00:00') })].map(told)).toEqual([
      ['usage', '0.008', 1],
      ['usage', '0.002', 1],
      ['overdraw', '0', null],
      ['usage', '0.002', 1],
    ]);
  });

  it('returns, where something below it is taken back, no more than what is then below it', () => {
    const shop = new Shop(BASE, PACK);
    const [first, second, third] = [shop.call(4_100), shop.call(4_000), shop.call(3_000)];
    // Rated 0.022; without the first 0.014, which is still beyond the cap; without the second too 0.006.
    expect(shop.takeBack(first, second, third).map(told)).toEqual([
      ['usage', '0', 1],
      ['usage', '-0.004', 1],
      ['overdraw', '-0.006', null],
    ]);
    expect([...shop.account.counters.values()]).toEqual([0n]);
  });

  it('is named where a charge is explained: what was rated before and after, and how far it goes', () => {
    const shop = new Shop(BASE, PACK);
    shop.call(4_100);
    const pico = 1_000_000_000n;
    expect(shop.explained(4_000)).toMatchObject({
      kind: 'usage',
      gross: 2n * pico,
      lines: [{ amount: 8n * pico }],
      cap: { limit: 10n * pico, from: 8n * pico, to: 16n * pico },
    });
    shop.call(4_000);
    expect(shop.explained(500)).toMatchObject({
      kind: 'overdraw',
      gross: 0n,
      lines: [{ amount: pico }],
      cap: { limit: 10n * pico, from: 16n * pico, to: 17n * pico },
    });
  });
});

describe('a throttle', () => {
  it('prices what comes after exactly like pay-as-you-go', () => {
    const { overageCap: _cap, ...pack } = PACK;
    const charged = (['payg', 'throttle'] as const).map((exhaustion) => {
      const content = sold(BASE, { ...pack, exhaustion });
      const { charged: all, journals, rollups } = charge(['base', 'pack'], [{}, { input: 9_000 }], content);
      return { all, journals, rollups };
    });
    expect(charged[0]).toEqual(charged[1]);
  });
});
