import { supersededAt, versionsWithin } from './versions-within';

const VERSIONS = [{ effectiveFrom: 20 }, { effectiveFrom: 10 }, { effectiveFrom: 30 }];

describe('versions within a span', () => {
  it.each<[number, number | undefined, number[]]>([
    [5, 10, []],
    [5, 11, [10]],
    [10, 10, [10]],
    [19, 20, [10]],
    [19, 21, [20, 10]],
    [25, undefined, [20, 30]],
    [40, undefined, [30]],
  ])(
    'from %p and before %p are those in force at its beginning, and those that begin in it',
    (from, until, expected) => {
      const found = versionsWithin(VERSIONS, from, until);
      expect(found.map(({ effectiveFrom }) => effectiveFrom)).toEqual(expected);
    },
  );

  it('end where the next begins', () => {
    expect([10, 15, 30].map((from) => supersededAt(VERSIONS, from))).toEqual([20, 20, Infinity]);
  });
});
