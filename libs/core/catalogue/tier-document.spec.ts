import { readTierComponent, writeTierComponent, type TierComponentDocument } from './tier-document';

const ladder = (unitPrice: string, per?: string): TierComponentDocument => ({
  mode: 'graduated',
  ...(per !== undefined && { per }),
  tiers: [{ upTo: null, unitPrice, flatFee: '9.9' }],
});

describe('readTierComponent', () => {
  it.each([
    ['yuan per million', ladder('21.4', '1000000'), 21_400_000n],
    ['per million unless said otherwise', ladder('0.000001'), 1n],
    ['yuan per unit', ladder('0.000001', '1'), 1_000_000n],
    ['yuan per thousand', ladder('0.03', '1000'), 30_000_000n],
  ])('reads %s', (_, document, unitPricePico) => {
    expect(readTierComponent(document)).toEqual({
      ok: true,
      value: { mode: 'graduated', tiers: [{ upTo: null, unitPricePico, flatFeePico: 9_900_000_000_000n }] },
    });
  });

  it('takes an absent price or fee for none', () => {
    expect(readTierComponent({ mode: 'volume', tiers: [{ upTo: '10' }] })).toEqual({
      ok: true,
      value: { mode: 'volume', tiers: [{ upTo: 10n, unitPricePico: 0n, flatFeePico: 0n }] },
    });
  });

  it.each<[string, TierComponentDocument, string]>([
    ['a seventh decimal per million', ladder('0.0000001'), 'tiers.0.unitPrice price_not_exact'],
    ['a price for three', ladder('1', '3'), 'tiers.0.unitPrice price_not_exact'],
    ['a price for none', ladder('1', '0'), 'tiers.0.unitPrice price_not_exact'],
    ['a price that is no number', ladder('free'), 'tiers.0.unitPrice not_an_amount'],
    [
      'a bound with decimals',
      { mode: 'volume', tiers: [{ upTo: '1.5' }] },
      'tiers.0.upTo not_a_whole_number',
    ],
    ['a bound below zero', { mode: 'stairstep', tiers: [{ upTo: '-1' }] }, 'tiers.0.upTo not_a_whole_number'],
    [
      'a fee that is no number',
      { mode: 'stairstep', tiers: [{ upTo: null, flatFee: '1e3' }] },
      'tiers.0.flatFee not_an_amount',
    ],
    [
      'half a package',
      { mode: 'package', packageSize: '0.5', packagePrice: '1' },
      'packageSize not_a_whole_number',
    ],
    [
      'a package without a price',
      { mode: 'package', packageSize: '1', packagePrice: '' },
      'packagePrice not_an_amount',
    ],
    [
      'free units below zero',
      { mode: 'package', packageSize: '1', packagePrice: '1', freeUnits: '-1' },
      'freeUnits not_a_whole_number',
    ],
  ])('refuses %s', (_, document, fault) => {
    const read = readTierComponent(document);
    expect(read.ok ? 'read' : `${read.refusal.path} ${read.refusal.code}`).toBe(fault);
  });
});

it.each<TierComponentDocument>([
  {
    mode: 'graduated',
    per: '1000000',
    tiers: [
      { upTo: '5', unitPrice: '1.5', flatFee: '0' },
      { upTo: null, unitPrice: '1', flatFee: '2' },
    ],
  },
  { mode: 'volume', per: '1000000', tiers: [{ upTo: null, unitPrice: '0.000001', flatFee: '0' }] },
  {
    mode: 'stairstep',
    tiers: [
      { upTo: '7', flatFee: '1' },
      { upTo: null, flatFee: '2' },
    ],
  },
  { mode: 'package', packageSize: '10', packagePrice: '9.9', freeUnits: '3' },
])('a $mode component is written as it is read', (document) => {
  const read = readTierComponent(document);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(writeTierComponent(read.value)).toEqual(document);
});
