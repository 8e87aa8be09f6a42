import { planOf } from '../../../test/support/core-catalogue';
import { formatFen, parseFen } from '../kernel';
import { allocatePrice, type Bundle, type BundlePart } from './bundle';
import { checkPlan } from './check-plan';
import type { Plan } from './plan';

const TOKENS: BundlePart = { code: 'tokens', name: '词元', kind: 'tokens', standAlonePrice: '60.00' };
const CLOUD: BundlePart = { code: 'cloud', name: '云主机', kind: 'product', standAlonePrice: '40.00' };
const DISK: BundlePart = { code: 'disk', name: '网盘', kind: 'product', standAlonePrice: '20.00' };
const allowance = { tokens: 1_000, models: ['*'], source: 'allowance' } as const;
const PACKAGE = planOf({ code: 'bundle', role: 'package', price: '99.00', allowance });

const of = (...parts: BundlePart[]): Plan => ({ ...PACKAGE, bundle: { parts } });
const faultsOf = (plan: Plan): string[] => checkPlan(plan).map(({ path, code }) => `${path} ${code}`);

describe('the check of a bundle', () => {
  const source = 'pack' as const;
  const pack: Plan = {
    ...of(CLOUD, TOKENS),
    role: 'pack',
    validityDays: 30,
    allowance: { ...allowance, source },
  };
  it.each([
    ['package', of(TOKENS, CLOUD, DISK)],
    ['pack', pack],
  ])('finds no fault in a sound %s', (_, plan) => expect(faultsOf(plan)).toEqual([]));

  const { allowance: _allowance, ...bare } = of(TOKENS, CLOUD);
  const base: Plan = { ...bare, role: 'base', price: '0', priceBook: 'retail' };
  it.each<[string, Plan, readonly string[]]>([
    ['a base tariff', base, ['bundle not_for_this_role']],
    ['what is given', { ...of(TOKENS, CLOUD), price: '0.00' }, ['bundle given_for_nothing']],
    ['a single part', of(TOKENS), ['bundle.parts missing']],
    ['no part that is the allowance', of(CLOUD, DISK), ['bundle.parts missing']],
    ['two that are', of(TOKENS, { ...TOKENS, code: 'more' }), ['bundle.parts.1.kind said_twice']],
    ['a code said twice', of(TOKENS, CLOUD, { ...DISK, code: 'cloud' }), ['bundle.parts.2.code said_twice']],
    [
      'a part that costs nothing',
      of(TOKENS, { ...CLOUD, standAlonePrice: '0' }),
      ['bundle.parts.1.standAlonePrice out_of_range'],
    ],
    [
      'a tenth of a fen',
      of(TOKENS, { ...CLOUD, standAlonePrice: '1.001' }),
      ['bundle.parts.1.standAlonePrice not_an_amount'],
    ],
  ])('refuses %s', (_, plan, faults) => expect(faultsOf(plan)).toEqual(faults));
});

describe('a bundle', () => {
  const shared = (bundle: Bundle, price: string): string[] =>
    allocatePrice(bundle, parseFen(price)).map(formatFen);

  it.each<[string, readonly BundlePart[], string, readonly string[]]>([
    ['by what each costs alone', [TOKENS, CLOUD, DISK], '99.00', ['49.5', '33', '16.5']],
    [
      'a fen to the largest remainder: 0.50, 0.33 and 0.17 of it',
      [TOKENS, CLOUD, DISK],
      '0.01',
      ['0.01', '0', '0'],
    ],
    [
      'of equal remainders to the earlier part',
      [TOKENS, { ...TOKENS, code: 'other' }],
      '0.01',
      ['0.01', '0'],
    ],
    ['nothing of nothing', [TOKENS, CLOUD], '0.00', ['0', '0']],
    ['more than they cost alone', [TOKENS, CLOUD], '120.00', ['72', '48']],
  ])('is shared %s', (_, parts, price, expected) => {
    expect(shared({ parts }, price)).toEqual(expected);
  });
});
