import { formatScaled, multiply, ratio, round } from '../kernel';
import { percentOf, yuanPerMillion } from './unit-margin';

const sixPlaces = (exact: ReturnType<typeof percentOf>): string | null =>
  exact === null ? null : formatScaled(round(multiply(exact, ratio(1_000_000n))), 6);

describe('what a million tokens come to', () => {
  it.each([
    ['a whole price', 480n, 1_000_000n, '4.8'],
    ['a third', 100n, 3_000_000n, '0.333333'],
    ['less than nothing', -50n, 2_000_000n, '-0.25'],
    ['a half away from zero at the seventh place', 1n, 20_000_000_000n, '0.000001'],
    ['no tokens', 480n, 0n, null],
    ['tokens that were taken back', -480n, -1_000_000n, null],
  ])('of %s', (_what, fen, tokens, expected) => {
    expect(sixPlaces(yuanPerMillion(fen, tokens))).toBe(expected);
  });
});

describe('how many per cent a part is', () => {
  it.each([
    ['a part', 30n, 120n, '25'],
    ['a sixth', 1n, 6n, '16.666667'],
    ['a loss', -60n, 120n, '-50'],
    ['of nothing', 0n, 0n, null],
    ['of less than nothing', 10n, -10n, null],
  ])('of %s', (_what, part, whole, expected) => {
    expect(sixPlaces(percentOf(part, whole))).toBe(expected);
  });
});
