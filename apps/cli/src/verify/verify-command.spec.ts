import type { MonthVerdict } from '@ciyuan/modules/reporting';
import { printVerdict } from './verify-command';

const VERDICT: MonthVerdict = {
  month: '2026-10',
  accounts: 3,
  records: 14,
  figures: 976,
  settlement: 'posted',
  differences: [],
};
const DIFFERENCE = { figure: 'usage_record 1/4', column: 'usage_gross', stored: '0.02', computed: '0.01' };
const FOUND = 'usage_record 1/4, usage_gross: 0.02 is stored, its records give 0.01';

function printed(own: Partial<MonthVerdict>): { lines: string[]; code: number } {
  const lines: string[] = [];
  const code = printVerdict({ ...VERDICT, ...own }, (line) => lines.push(line));
  return { lines, code };
}

describe('the verdict on a month', () => {
  it.each([
    ['posted', 'the month is issued, and its statements and journal were computed again'],
    ['current', 'the month is calculated, and its statements were computed again'],
    ['stale', 'the month was calculated and more has come since: calculate it again to have it verified'],
    [undefined, 'the month is not settled'],
  ] as const)('says of a settlement that is %s what it looked at', (settlement, words) => {
    expect(printed({ settlement })).toEqual({
      lines: [
        `2026-10: 3 accounts, 14 records of theirs from the first on; ${words}.`,
        '976 figures computed again, 0 differ',
      ],
      code: 0,
    });
  });

  it('is no success where nothing was looked at', () => {
    expect(printed({ accounts: 0, records: 0, figures: 0, settlement: undefined })).toEqual({
      lines: ['Nothing is on record for 2026-10.'],
      code: 1,
    });
  });

  it('hides nothing that nobody of the month can have booked', () => {
    const { lines, code } = printed({ accounts: 0, differences: [DIFFERENCE] });
    expect([lines[0], lines[2], code]).toEqual([FOUND, '976 figures computed again, 1 differ', 1]);
  });

  it('shows each difference before it counts them', () => {
    const { lines, code } = printed({ differences: [DIFFERENCE, { ...DIFFERENCE, column: 'row' }] });
    expect([lines[0], lines[3], code]).toEqual([FOUND, '976 figures computed again, 2 differ', 1]);
    expect(lines).toHaveLength(4);
  });

  it.each([
    [50, undefined],
    [51, '… and 1 more'],
    [1_000, '… and 950 more'],
  ])('shows fifty of %d', (count, more) => {
    const { lines } = printed({ differences: Array.from({ length: count }, () => DIFFERENCE) });
    expect(lines.filter((line) => line === FOUND)).toHaveLength(50);
    expect(lines.find((line) => line.startsWith('…'))).toBe(more);
    expect(lines.at(-1)).toBe(`976 figures computed again, ${count} differ`);
  });
});
