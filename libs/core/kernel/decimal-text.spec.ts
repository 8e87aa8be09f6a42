import { formatScaled, isDecimal, parseScaled } from './decimal-text';

describe('parseScaled', () => {
  it.each([
    ['0', 2, 0n],
    ['9.9', 2, 990n],
    ['-0.05', 2, -5n],
    ['1.2300', 2, 123n],
    ['007', 0, 7n],
    ['-0', 2, 0n],
  ])('reads %s with %d places', (text, places, scaled) => {
    expect(parseScaled(text, places)).toBe(scaled);
  });

  it.each(['1.234', '', '.5', '5.', '+1', '1e3', '1,000', ' 1', '--1', 'NaN', '0x1'])(
    'throws on "%s"',
    (text) => {
      expect(isDecimal(text, 2)).toBe(false);
      expect(() => parseScaled(text, 2)).toThrow(RangeError);
    },
  );
});

describe('formatScaled', () => {
  it.each([
    [0n, 2, '0'],
    [990n, 2, '9.9'],
    [-5n, 2, '-0.05'],
    [123_000n, 3, '123'],
    [7n, 0, '7'],
  ])('writes %d with %d places', (scaled, places, text) => {
    expect(formatScaled(scaled, places)).toBe(text);
  });
});
