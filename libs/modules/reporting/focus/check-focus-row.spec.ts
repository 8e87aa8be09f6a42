import { specifiedColumns, understood } from '../../../../test/support/focus-specification';
import { focusFaults } from './check-focus-row';
import { PLAIN_KEY, type FocusCharge, type FocusCommitment } from './focus-charge';
import { FOCUS_COLUMNS, type FocusRow } from './focus-columns';
import { focusRow } from './focus-row';

const PREPAID: FocusCommitment = {
  id: 'wang/gold',
  name: 'Gold',
  category: 'Usage',
  type: 'Prepaid Tokens',
  unit: 'Package Tokens',
  status: 'Used',
};
const DAY_MS = 86_400_000;
const USED: FocusCharge = {
  ...PLAIN_KEY,
  category: 'Usage',
  frequency: 'Usage-Based',
  description: 'glm-5 input',
  periodStart: Date.UTC(2026, 9, 5, 16),
  periodEnd: Date.UTC(2026, 9, 5, 16) + DAY_MS,
  currency: 'CNY',
  plan: 'gold',
  model: 'glm-5',
  vendor: 'zhipu',
  computeOwner: 'east',
  chipKind: 'a',
  channel: 'shop',
  counter: 'input',
  commitment: PREPAID,
  priceId: 'gold/1',
  quantity: 3_000_000n,
  commitmentMilli: 2_400_000_000n,
  billed: 0n,
  effective: 2_000_000_000_000n,
  effectiveLedger: 1_886_792_452_830n,
};
const CONTEXT = {
  month: '2026-10',
  billing: { id: 'C-wang', name: 'Wang' },
  account: { code: 'wang', name: 'Wang' },
  operator: 'Carrier',
  partyName: (code: string): string => `the ${code}`,
};
const row = (more: Partial<FocusCharge> = {}): FocusRow => focusRow({ ...USED, ...more }, CONTEXT);

describe('a row of cost and usage', () => {
  it('says what it is of', () => {
    expect(row()).toMatchObject({
      BillingPeriodStart: '2026-09-30T16:00:00Z',
      BillingPeriodEnd: '2026-10-31T16:00:00Z',
      BilledCost: '0',
      EffectiveCost: '2',
      PricingQuantity: '3',
      PricingUnit: '1000000 Tokens',
      ContractedUnitPrice: '0.666667',
      ContractedCost: '2.000001',
      ConsumedQuantity: '3000000',
      CommitmentDiscountQuantity: '2400000',
      PublisherName: 'the zhipu',
      InvoiceId: null,
    });
    expect(JSON.parse(row()['Tags'] ?? '')).toEqual({
      'ciyuan:channel': 'shop',
      'ciyuan:compute_owner': 'east',
      'ciyuan:chip_kind': 'a',
    });
  });

  it.each<[string, Partial<FocusCharge>]>([
    ['usage of a package', {}],
    ['usage that a book prices', { commitment: null, picoPerUnit: 1_500_000n, billed: 4_500_000_000_000n }],
    ['usage on an invoice', { commitment: null, invoice: '2026-CNY-000001' }],
    ['usage of nothing', { commitment: null, quantity: 0n, effective: 0n }],
    ['what was taken back', { quantity: -3_000_000n, effective: -2_000_000_000_000n, isCorrection: true }],
    ['a meter', { commitment: null, counter: 'requests', quantity: 7n }],
    [
      'a purchase',
      { category: 'Purchase', frequency: 'Recurring', commitment: { ...PREPAID, status: null }, billed: 5n },
    ],
    ['what expired', { frequency: 'One-Time', commitment: { ...PREPAID, status: 'Unused' }, quantity: 0n }],
    [
      'what expired and was drawn back',
      { commitment: { ...PREPAID, status: 'Unused' }, effective: -3n, commitmentMilli: -1n },
    ],
    ['a fee', { category: 'Purchase', frequency: 'One-Time', commitment: null, product: 'host', billed: 1n }],
  ])('keeps the rules: %s', (_what, more) => {
    expect(focusFaults(row(more))).toEqual([]);
  });

  it.each<[string, FocusRow, string]>([
    ['a null that may not be', { BilledCost: null }, 'BilledCost is null'],
    ['an empty text', { SkuId: '' }, 'SkuId is empty and not null'],
    ['an exponent', { EffectiveCost: '1e-7' }, 'EffectiveCost is no decimal: 1e-7'],
    ['thirteen places', { ListCost: '0.0000000000001' }, 'ListCost is no decimal: 0.0000000000001'],
    [
      'a local time',
      { ChargePeriodEnd: '2026-10-07T00:00:00+08:00' },
      'ChargePeriodEnd is no instant: 2026-10-07T00:00:00+08:00',
    ],
    ['a currency that is none', { BillingCurrency: 'RMB' }, 'BillingCurrency is no currency: RMB'],
    ['a word that is not allowed', { ChargeCategory: 'Refund' }, 'ChargeCategory may not be Refund'],
    ['a price below nothing', { ListUnitPrice: '-1' }, 'ListUnitPrice is below nothing'],
    ['tags that are no JSON', { Tags: '{' }, 'Tags is no json: {'],
    ['a column of its own', { Cost: '1' }, 'Cost is no column'],
    ['no price', { ContractedUnitPrice: null }, 'ContractedUnitPrice of usage and purchases'],
    ['another cost', { ContractedCost: '2' }, 'ContractedCost is ContractedUnitPrice times the quantity'],
    ['a unit of nothing', { ConsumedQuantity: null }, 'ConsumedUnit goes with ConsumedQuantity'],
    ['no status', { CommitmentDiscountStatus: null }, 'CommitmentDiscountStatus of usage under a commitment'],
    ['a name of nothing', { CommitmentDiscountId: null }, 'CommitmentDiscountName without an id'],
    ['an invoice of what is prepaid', { InvoiceId: 'A' }, 'InvoiceId of what was billed with its purchase'],
    ['another category', { PricingCategory: 'Standard' }, 'PricingCategory under a commitment'],
    [
      'a period backwards',
      { ChargePeriodEnd: '2026-10-01T00:00:00Z' },
      'a period that ends before it begins',
    ],
  ])('breaks them with %s', (_what, more, fault) => {
    expect(focusFaults({ ...row(), ...more })).toContain(fault);
  });

  it('breaks them without a column', () => {
    const { Tags: _tags, ...rest } = row();
    expect(focusFaults(rest)).toEqual(['Tags is missing']);
  });

  it('has the columns of the specification, with its own values and nulls', () => {
    const specified = specifiedColumns();
    if (specified === undefined) return;
    expect(understood(specified)).toBeGreaterThanOrEqual(60);
    const ours = FOCUS_COLUMNS.filter(({ name }) => !name.startsWith('x_'));
    for (const { name, isNullable, allowed, type } of ours) {
      const theirs = specified.find(({ column }) => column === name);
      expect([name, theirs?.allows_nulls]).toEqual([name, isNullable ? 'True' : 'False']);
      for (const value of allowed ?? []) expect(theirs?.allowed_values).toContain(value);
      expect([name, theirs?.data_type === 'Decimal', theirs?.data_type === 'Date/Time']).toEqual([
        name,
        type === 'decimal',
        type === 'instant',
      ]);
    }
  });
});
