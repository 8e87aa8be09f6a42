import { checkContract } from './check-contract';
import { coversMonth, lastPurchaseMonth, validityPeriod } from './contract-days';
import type { PartnerContract, PurchaseCommitment, SettlementTerms } from './partner-contract';

const PURCHASE: PurchaseCommitment = {
  from: '2026-10',
  months: 3,
  tokens: 1_000_000,
  models: 'glm-*',
  pricePerMillion: '0.5',
  shortfallPercent: '60',
};
const TERMS: SettlementTerms = {
  legalEntity: 'Alpha Ltd',
  bankAccount: '6222 0001',
  minimumPayout: '10.00',
  disputeDays: 5,
  paymentDays: 15,
  basis: 'recognised',
  holdback: { share: '0.1', releaseAfterMonths: 2 },
  guarantee: { amount: '50.00', recoupable: true },
  purchase: PURCHASE,
};
const REPORTING = { serves: [{ vendor: 'alpha', computeOwner: 'east' }], lateWindowDays: 45 };
const WHOLE: PartnerContract = {
  partner: 'alpha',
  validity: { from: '2026-10-01', until: '2026-12-31' },
  ...REPORTING,
  settlement: TERMS,
};
const terms = (change: Partial<SettlementTerms>): Partial<PartnerContract> => ({
  settlement: { ...TERMS, ...change },
});
const { tokens: _tokens, models: _models, pricePerMillion: _price, ...PROMISE } = PURCHASE;
const bought = (purchase: PurchaseCommitment): Partial<PartnerContract> => terms({ purchase });

describe('the contract of a party', () => {
  it.each<[string, PartnerContract]>([
    ['that reports and is settled with', WHOLE],
    ['that reports alone', { partner: 'gateway', ...REPORTING }],
    ['that is settled with alone', { partner: 'alpha', validity: { from: '2026-10-01' }, settlement: TERMS }],
    ['whose shares wait for invoices', { ...WHOLE, ...terms({ basis: 'invoiced' }) }],
    ['whose shares wait for money', { ...WHOLE, ...terms({ basis: 'collected' }) }],
    ['that was promised an amount', { ...WHOLE, ...bought({ ...PROMISE, amount: '1000.00' }) }],
  ])('%s has no fault', (_what, contract) => {
    expect(checkContract(contract)).toEqual([]);
  });

  it.each<[string, Partial<PartnerContract>, string]>([
    ['a rate above one', terms({ vatRate: '1.01' }), 'settlement.vatRate out_of_range'],
    ['a rate below nothing', terms({ withholdingRate: '-0.1' }), 'settlement.withholdingRate out_of_range'],
    ['a third decimal', terms({ minimumPayout: '1.001' }), 'settlement.minimumPayout not_an_amount'],
    [
      'shares that wait and are converted',
      terms({ basis: 'collected', settlesIn: 'CNY' }),
      'settlement.basis not_for_this',
    ],
    [
      'a holdback of nothing',
      terms({ holdback: { share: '0', releaseAfterMonths: 2 } }),
      'settlement.holdback.share out_of_range',
    ],
    [
      'a release in the same month',
      terms({ holdback: { share: '1', releaseAfterMonths: 0 } }),
      'settlement.holdback.releaseAfterMonths out_of_range',
    ],
    [
      'a minimum of nothing',
      terms({ guarantee: { amount: '0', recoupable: false } }),
      'settlement.guarantee.amount not_an_amount',
    ],
    [
      'a promise of nothing',
      bought({ ...PROMISE, pricePerMillion: '1' }),
      'settlement.purchase.tokens missing',
    ],
    [
      'a promise of both',
      bought({ ...PROMISE, tokens: 1, amount: '1.00' }),
      'settlement.purchase.amount not_for_this',
    ],
    [
      'an amount of some models',
      bought({ ...PROMISE, amount: '1.00', models: '*' }),
      'settlement.purchase.models not_for_this',
    ],
    [
      'tokens without a price',
      bought({ ...PROMISE, tokens: 1 }),
      'settlement.purchase.pricePerMillion missing',
    ],
    [
      'tokens for nothing',
      bought({ ...PURCHASE, pricePerMillion: '0' }),
      'settlement.purchase.pricePerMillion not_an_amount',
    ],
    [
      'more than the shortfall',
      bought({ ...PURCHASE, shortfallPercent: '100.1' }),
      'settlement.purchase.shortfallPercent out_of_range',
    ],
    [
      'months before the contract',
      bought({ ...PURCHASE, from: '2026-09' }),
      'settlement.purchase.from out_of_order',
    ],
    [
      'months beyond the contract',
      bought({ ...PURCHASE, months: 4 }),
      'settlement.purchase.months out_of_order',
    ],
    [
      'an end before the beginning',
      { validity: { from: '2026-10-01', until: '2026-09-30' }, ...terms({}) },
      'validity.until out_of_order,settlement.purchase.months out_of_order',
    ],
  ])('%s is a fault, with its place', (_what, change, fault) => {
    const faults = checkContract({ ...WHOLE, ...change });
    expect(faults.map(({ path, code }) => `${path} ${code}`).join()).toBe(fault);
  });

  it.each<[string, PartnerContract, string]>([
    ['nothing', { partner: 'alpha' }, ' missing'],
    ['pairs without a window', { partner: 'gw', serves: REPORTING.serves }, 'lateWindowDays missing'],
    ['a window without pairs', { partner: 'gw', lateWindowDays: 9 }, 'serves missing'],
    ['terms without days', { partner: 'alpha', settlement: TERMS }, 'validity missing'],
  ])('whoever says %s has not said enough', (_what, contract, fault) => {
    expect(checkContract(contract).map(({ path, code }) => `${path} ${code}`)).toEqual([fault]);
  });
});

describe('the days of a contract', () => {
  it('begin and end at the operator’s midnight, the last one included', () => {
    expect(validityPeriod({ from: '2026-10-02', until: '2026-12-31' })).toEqual({
      start: Date.UTC(2026, 9, 1, 16),
      end: Date.UTC(2026, 11, 31, 16),
    });
    expect(validityPeriod(undefined)).toEqual({ start: -Infinity, end: Infinity });
    expect(validityPeriod({ from: '2026-10-02' }).end).toBe(Infinity);
  });

  it.each([
    ['2026-09', false],
    ['2026-10', true],
    ['2026-12', true],
    ['2027-01', false],
  ])('cover %s: %p', (month, covered) => {
    expect(coversMonth({ from: '2026-10-31', until: '2026-12-01' }, month)).toBe(covered);
    expect(coversMonth(undefined, month)).toBe(true);
  });

  it('end the period of a promise with its last month', () => {
    expect(lastPurchaseMonth(PURCHASE)).toBe('2026-12');
    expect(lastPurchaseMonth({ ...PURCHASE, months: 1 })).toBe('2026-10');
  });
});
