import { compileHolidays, type HolidayDay, type TimeBand } from '../catalogue';
import { counterIndex } from '../usage';
import { book, faultsOf, m } from '../../../test/support/price-books';
import { compilePriceBook, type CalendarsInForce } from './price-lookup';

const DAYS: readonly HolidayDay[] = [
  { date: '2026-10-01', kind: 'holiday', name: 'National Day' },
  { date: '2026-10-10', kind: 'workday', name: 'worked instead' },
];
const NOVEMBER = Date.parse('2026-11-01T00:00:00+08:00');
/** In November the calendar's next version has another day off. */
const calendars: CalendarsInForce = (code, at) => {
  if (code !== 'cn') return undefined;
  const more: HolidayDay = { date: '2026-11-02', kind: 'holiday', name: 'a day granted later' };
  return compileHolidays({ days: at < NOVEMBER ? DAYS : [...DAYS, more] });
};
const INPUT = counterIndex('input') as number;

/** Input costs 2 yuan in the band, 1 at any other time. */
function priceAt(timeBand: TimeBand, at: string): number | undefined {
  const lookup = compilePriceBook(book([m(), m({ price: '2', timeBand })]), calendars);
  const call = { at: Date.parse(at), model: 'm', serviceTier: 'standard', dimensions: {}, counts: [1] };
  const pico = lookup.priceOf(call, INPUT);
  return pico === undefined ? undefined : Number(pico / 1_000_000n);
}

const ALL_DAY = { from: '00:00', to: '24:00', holidays: 'cn' };
const NIGHT = { from: '22:00', to: '06:00', holidays: 'cn' };

describe('a time band on workdays or holidays', () => {
  it.each<[string, string, boolean]>([
    ['a Thursday off', '2026-10-01T12:00:00+08:00', false],
    ['a Friday', '2026-10-09T12:00:00+08:00', true],
    ['a Saturday that is worked', '2026-10-10T12:00:00+08:00', true],
    ['a Sunday', '2026-10-11T12:00:00+08:00', false],
    ['the first moment of a day off', '2026-10-01T00:00:00+08:00', false],
    ['the last moment before it', '2026-09-30T23:59:59.999+08:00', true],
    ['a day off by the clock of the zone alone', '2026-09-30T16:00:00Z', false],
    ['a day that the later version takes off', '2026-11-02T12:00:00+08:00', false],
  ])('on %s', (_what, at, isWorkday) => {
    expect(priceAt({ ...ALL_DAY, on: 'workdays' }, at)).toBe(isWorkday ? 2 : 1);
    expect(priceAt({ ...ALL_DAY, on: 'holidays' }, at)).toBe(isWorkday ? 1 : 2);
  });

  it.each<[string, number, number]>([
    ['2026-09-30T23:00:00+08:00', 2, 1],
    ['2026-10-01T05:59:00+08:00', 1, 2],
    ['2026-10-09T23:00:00+08:00', 2, 1],
    ['2026-10-10T05:00:00+08:00', 2, 1],
    ['2026-10-11T05:00:00+08:00', 1, 2],
    ['2026-10-11T06:00:00+08:00', 1, 1],
  ])('that wraps midnight goes by the local date: %s', (at, workdays, holidays) => {
    expect([priceAt({ ...NIGHT, on: 'workdays' }, at), priceAt({ ...NIGHT, on: 'holidays' }, at)]).toEqual([
      workdays,
      holidays,
    ]);
  });

  it('may ask for weekdays, too: a Saturday that is worked', () => {
    const saturdays = { ...ALL_DAY, on: 'workdays' as const, days: [6] };
    expect(priceAt(saturdays, '2026-10-10T12:00:00+08:00')).toBe(2);
    expect(priceAt(saturdays, '2026-10-09T12:00:00+08:00')).toBe(1);
    expect(priceAt(saturdays, '2026-10-17T12:00:00+08:00')).toBe(1);
  });

  it('gives no price where no calendar says what day it is, and the plain one outside its hours', () => {
    for (const on of ['workdays', 'holidays'] as const) {
      expect(priceAt({ ...NIGHT, on }, '2027-01-04T23:00:00+08:00')).toBeUndefined();
      expect(priceAt({ ...NIGHT, on }, '2027-01-04T12:00:00+08:00')).toBe(1);
      expect(priceAt({ ...NIGHT, holidays: 'hk', on }, '2026-10-09T23:00:00+08:00')).toBeUndefined();
    }
  });

  it('names a calendar and which of its days, or neither', () => {
    const hours = { from: '00:00', to: '24:00' };
    expect(faultsOf(book([m({ timeBand: { ...hours, holidays: 'cn' } })]))).toEqual([
      'entries.0.timeBand.on calendar_without_days',
    ]);
    expect(faultsOf(book([m({ timeBand: { ...hours, on: 'workdays' } })]))).toEqual([
      'entries.0.timeBand.holidays calendar_without_days',
    ]);
  });
});
