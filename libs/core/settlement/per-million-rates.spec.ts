import { PICO_PER_YUAN, ratio } from '../kernel';
import { compileRates, rateFor } from './per-million-rates';
import type { PerMillionRate, PerMillionStep } from './split-rule';

const RATES: readonly PerMillionRate[] = [
  { model: 'glm-5', value: '1' },
  { model: 'glm-*', value: '2' },
  { model: 'g*', value: '3' },
  { chipKind: 'ascend', value: '4' },
  { model: 'glm-5', chipKind: 'ascend', value: '5' },
  { model: 'glm-*', chipKind: 'kunlun', value: '6' },
  { model: '*', chipKind: 'dcu', value: '7' },
];
const step = (rates?: readonly PerMillionRate[]): PerMillionStep => ({
  type: 'perMillion',
  party: 'vendor',
  class: '*',
  value: '9',
  ...(rates && { rates }),
});
const perToken = (yuan: bigint) => ratio(yuan * PICO_PER_YUAN, 1_000_000n);
const line = (model: string | null, chipKind: string | null) => ({
  gross: ratio(0n),
  free: false,
  tokens: {},
  model,
  chipKind,
});

describe('the price of a million tokens', () => {
  it.each<[string, string | null, string | null, bigint]>([
    ['the model by its name, on any chip', 'glm-5', 'dcu', 1n],
    ['the model by its name, and the chip', 'glm-5', 'ascend', 5n],
    ['the longer pattern', 'glm-4', 'dcu', 2n],
    ['the longer pattern, and the chip', 'glm-4', 'kunlun', 6n],
    ['the longer pattern, before a chip alone', 'glm-4', 'ascend', 2n],
    ['the shorter pattern', 'gpt', 'kunlun', 3n],
    ['the chip alone', 'kimi', 'ascend', 4n],
    ['the chip alone, of every model', 'kimi', 'dcu', 7n],
    ['nothing', 'kimi', 'kunlun', 9n],
    ['nothing, where no chip is known', 'kimi', null, 9n],
    ['the chip alone, where no model is known', null, 'ascend', 4n],
    ['nothing, where neither is known', null, null, 9n],
  ])('is of the row that names %s', (_, model, chipKind, yuan) => {
    for (const rates of [RATES, [...RATES].reverse()])
      expect(rateFor(compileRates(step(rates)), line(model, chipKind))).toEqual(perToken(yuan));
  });

  it('is the step’s own without a table', () => {
    expect(rateFor(compileRates(step()), line('glm-5', 'ascend'))).toEqual(perToken(9n));
  });

  it('is missing only by mistake', () => {
    expect(() => rateFor([], line('glm-5', null))).toThrow('no rate a million tokens for glm-5');
  });
});
