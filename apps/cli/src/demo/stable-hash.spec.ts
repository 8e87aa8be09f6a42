import { hashBelow, stableHash, weightTable } from './stable-hash';

describe('the stable hash', () => {
  // Written down once: a demo of next year must give the same month.
  it.each([
    ['account', 'session-1', 1_047_581_379],
    ['account', 'session-2', 3_157_169_043],
    ['day', 'session-1', 4_084_408_753],
    ['', '', 579_050_429],
    ['model', '词元', 1_001_758_383],
  ])('of %p and %p is the same for ever', (purpose, text, expected) => {
    expect(stableHash(purpose, text)).toBe(expected);
  });

  it('spreads names that differ in a digit over all of its range', () => {
    const buckets = new Array<number>(16).fill(0);
    for (let n = 0; n < 16_000; n++) buckets[hashBelow(16, stableHash('spread', `call-${n}`))]!++;
    for (const count of buckets) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('stays below its limit at both ends', () => {
    expect([hashBelow(7, 0), hashBelow(7, 2 ** 32 - 1)]).toEqual([0, 6]);
  });
});

describe('a table of weights', () => {
  it('never gives what weighs nothing, and gives each its part of the range', () => {
    const indexOf = weightTable([0, 3, 0, 1]);
    const hashes = Array.from({ length: 400 }, (_, n) => Math.floor((n * 2 ** 32) / 400));
    const counts = [0, 1, 2, 3].map((index) => hashes.filter((hash) => indexOf(hash) === index).length);
    expect(counts).toEqual([0, 300, 0, 100]);
    expect(indexOf(2 ** 32 - 1)).toBe(3);
  });

  it.each([[[]], [[0, 0]], [[2 ** 21, 1]]])('refuses %p', (weights) => {
    expect(() => weightTable(weights)).toThrow(RangeError);
  });
});
