import { silencesOf } from './partner-intake';

const HOUR = 3_600_000;
const hours = (...numbers: number[]): number[] => numbers.map((one) => one * HOUR);

describe('hours without a write', () => {
  it.each([
    ['none where nothing was written', [], 9.5, []],
    ['none while every hour has one', [6, 7, 8, 9], 9.5, []],
    ['none of the hour that is not over', [8], 9.5, []],
    ['the hours since the last', [6], 9.5, [[7, 9]]],
    [
      'each run between two',
      [1, 3, 6],
      7.5,
      [
        [2, 3],
        [4, 6],
      ],
    ],
    ['none of an hour that the clock has not reached', [9], 9.0, []],
    ['whatever the order', [6, 1, 6], 6.1, [[2, 6]]],
  ])('%s', (_what, written, now, silent) => {
    const found = silencesOf(hours(...written), now * HOUR);
    expect(found.map(({ from, until }) => [from / HOUR, until / HOUR])).toEqual(silent);
  });
});
