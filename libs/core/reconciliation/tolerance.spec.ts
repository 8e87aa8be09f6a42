import { ratioOf } from '../kernel';
import { isWithin, type ToleranceRule } from './tolerance';

describe('a tolerance', () => {
  it.each<[string, bigint, string, ToleranceRule, bigint, bigint, boolean]>([
    ['nothing allowed, the same', 0n, '0', 'any', 7n, 7n, true],
    ['nothing allowed, one more', 0n, '0', 'any', 7n, 8n, false],
    ['five allowed, five apart', 5n, '0', 'any', 100n, 105n, true],
    ['five allowed, five below', 5n, '0', 'any', 100n, 95n, true],
    ['five allowed, six apart', 5n, '0', 'any', 100n, 106n, false],
    ['half a per cent, exactly', 0n, '0.005', 'any', 1_000n, 1_005n, true],
    ['half a per cent, and one more', 0n, '0.005', 'any', 1_000n, 1_006n, false],
    ['half a per cent of a credit', 0n, '0.005', 'any', -1_000n, -1_005n, true],
    ['a share of nothing is nothing', 0n, '0.5', 'any', 0n, 1n, false],
    ['any: the absolute alone', 10n, '0.001', 'any', 100n, 110n, true],
    ['any: the share alone', 1n, '0.1', 'any', 100n, 110n, true],
    ['all: the absolute alone', 10n, '0.001', 'all', 100n, 110n, false],
    ['all: the share alone', 1n, '0.1', 'all', 100n, 110n, false],
    ['all: both', 10n, '0.1', 'all', 100n, 110n, true],
    [
      'a third of a large figure, exactly',
      0n,
      '0.333333333333',
      'any',
      3n * 10n ** 30n,
      4n * 10n ** 30n,
      false,
    ],
  ])('%s', (_what, absolute, relative, rule, ours, theirs, expected) => {
    expect(isWithin({ absolute, relative: ratioOf(relative), rule }, ours, theirs)).toBe(expected);
  });
});
