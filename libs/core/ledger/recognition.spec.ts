import { parseYuan } from '../kernel';
import { breakage, recognised, recogniseDraw } from './recognition';

describe('recognised', () => {
  it.each([
    ['nothing consumed', '9.9', 10_000n, 0n, '0'],
    ['a third', '1', 3n, 1n, '0.333333333333'],
    ['two thirds', '1', 3n, 2n, '0.666666666666'],
    ['all of it: exactly the price', '1', 3n, 3n, '1'],
    ['a grant without a price', '0', 3n, 2n, '0'],
    ['an empty grant', '1', 0n, 0n, '0'],
  ])('%s', (_, price, granted, consumed, yuan) => {
    expect(recognised(parseYuan(price), granted, consumed)).toBe(parseYuan(yuan));
  });

  it('throws on more than was granted, less than nothing and a negative price', () => {
    expect(() => recognised(1n, 3n, 4n)).toThrow(RangeError);
    expect(() => recognised(1n, 3n, -1n)).toThrow(RangeError);
    expect(() => recognised(-1n, 3n, 1n)).toThrow(RangeError);
  });
});

it('takes back what a returned draw had recognised', () => {
  expect(recogniseDraw(parseYuan('0.01'), 3n, 1n, 2n)).toBe(3_333_333_333n);
  expect(recogniseDraw(parseYuan('0.01'), 3n, 2n, 1n)).toBe(-3_333_333_333n);
});

it('breaks what was never consumed', () => {
  expect(breakage(parseYuan('0.01'), 3n, 1n)).toBe(6_666_666_667n);
  expect(breakage(parseYuan('0.01'), 3n, 3n)).toBe(0n);
  expect(breakage(parseYuan('0.01'), 0n, 0n)).toBe(parseYuan('0.01'));
});
