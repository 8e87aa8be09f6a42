import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkHolidays, compileHolidays, type HolidayCalendar, type HolidayDay } from './holiday-calendar';

const day = (date: string, kind: HolidayDay['kind'] = 'holiday'): HolidayDay => ({ date, kind, name: 'day' });
const faultsOf = (...days: HolidayDay[]): string[] =>
  checkHolidays({ code: 'cn', zone: 'Asia/Shanghai', days }).map(({ path, code }) => `${path} ${code}`);

describe('a calendar of holidays', () => {
  it.each<[string, HolidayDay[], string[]]>([
    ['days of any order', [day('2026-10-02'), day('2026-10-01'), day('2028-02-29')], []],
    ['a date twice', [day('2026-10-01'), day('2026-10-01', 'workday')], ['days.1.date date_twice']],
    ['a day that its year has not', [day('2026-02-29')], ['days.0.date not_a_date']],
    [
      'other days that are none',
      [day('2026-13-01'), day('2026-10-00'), day('2026-1-1')],
      ['days.0.date not_a_date', 'days.1.date not_a_date', 'days.2.date not_a_date'],
    ],
  ])('with %s', (_what, days, expected) => {
    expect(faultsOf(...days)).toEqual(expected);
  });

  it('says of each day of the years that it names whether people work', () => {
    const calendar = compileHolidays({ days: [day('2026-10-01'), day('2026-10-10', 'workday')] });
    const dates: [string, number][] = [
      ['2026-10-01', 4],
      ['2026-10-10', 6],
      ['2026-01-02', 5],
      ['2026-12-06', 7],
      ['2027-01-04', 1],
    ];
    expect(dates.map(([date, weekday]) => calendar.isWorkday(date, weekday))).toEqual([
      false,
      true,
      true,
      false,
      undefined,
    ]);
  });
});

describe('China’s calendar among the seeds', () => {
  const file = join(__dirname, '../../../db/seeds/holiday-calendars/china.yaml');
  const { body } = parse(readFileSync(file, 'utf8')) as { body: HolidayCalendar };
  const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

  it('has the 33 days off and 6 worked weekend days of 2026', () => {
    expect(checkHolidays(body)).toEqual([]);
    const of = (kind: HolidayDay['kind']): string[] =>
      body.days.filter((one) => one.kind === kind).map(({ date }) => date);
    expect(of('holiday')).toHaveLength(33);
    expect(of('workday')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(of('workday').every((date) => [0, 6].includes(weekdayOf(date)))).toBe(true);
  });
});
