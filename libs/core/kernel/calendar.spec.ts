import {
  dayOf,
  dayStart,
  daysBetween,
  monthBounds,
  monthOf,
  monthlyPeriodStart,
  nextMonth,
  periodContaining,
  previousMonth,
} from './calendar';
import { formatInstant, parseInstant, type Instant } from './instant';
import { isZone } from './zone';

const at = (text: string): Instant => parseInstant(text) ?? NaN;
const shown = ({ start, end }: { start: Instant; end: Instant }): string[] => [start, end].map(formatInstant);

describe('monthlyPeriodStart', () => {
  it.each([
    ['Asia/Shanghai', 31, 2027, 2, '2027-02-27T16:00:00Z'],
    ['Asia/Shanghai', 31, 2028, 2, '2028-02-28T16:00:00Z'],
    ['Asia/Shanghai', 1, 2026, 12, '2026-11-30T16:00:00Z'],
    ['America/New_York', 8, 2026, 3, '2026-03-08T05:00:00Z'],
    // Midnight is skipped here: the day begins at one o'clock.
    ['America/Sao_Paulo', 4, 2018, 11, '2018-11-04T03:00:00Z'],
    ['Asia/Beirut', 26, 2023, 3, '2023-03-25T22:00:00Z'],
    // Midnight comes twice here: the day begins with the first of the two.
    ['America/Havana', 1, 2026, 11, '2026-11-01T04:00:00Z'],
    // The whole day is missing here: the instant is the one at which it would have begun.
    ['Pacific/Apia', 30, 2011, 12, '2011-12-30T10:00:00Z'],
    ['Pacific/Apia', 31, 2011, 12, '2011-12-30T10:00:00Z'],
  ])('%s, day %d of %d-%d', (zone, anchorDay, year, month, start) => {
    expect(formatInstant(monthlyPeriodStart(zone, anchorDay, year, month))).toBe(start);
  });

  it.each([
    ['a zone that does not exist', 'Asia/Nowhere', 1, 1],
    ['an offset for a zone', '+08:00', 1, 1],
    ['day 0', 'Asia/Shanghai', 0, 1],
    ['day 32', 'Asia/Shanghai', 32, 1],
    ['half a day', 'Asia/Shanghai', 1.5, 1],
    ['month 13', 'Asia/Shanghai', 1, 13],
    ['month 0', 'Asia/Shanghai', 1, 0],
  ])('throws on %s', (_, zone, anchorDay, month) => {
    expect(() => monthlyPeriodStart(zone, anchorDay, 2026, month)).toThrow(RangeError);
  });
});

describe('periodContaining', () => {
  it('holds its start and not its end', () => {
    const period = ['2027-01-30T16:00:00Z', '2027-02-27T16:00:00Z'];
    expect(shown(periodContaining('Asia/Shanghai', 31, at('2027-01-30T16:00:00Z')))).toEqual(period);
    expect(shown(periodContaining('Asia/Shanghai', 31, at('2027-02-27T15:59:59.999Z')))).toEqual(period);
    expect(formatInstant(periodContaining('Asia/Shanghai', 31, at('2027-02-27T16:00:00Z')).start)).toBe(
      '2027-02-27T16:00:00Z',
    );
  });

  it('returns to the anchor day after a short month', () => {
    const march = periodContaining('Asia/Shanghai', 31, at('2027-03-31T00:00:00Z'));
    expect(shown(march)).toEqual(['2027-03-30T16:00:00Z', '2027-04-29T16:00:00Z']);
  });

  it.each([
    ['no instant', 'Asia/Shanghai', 1, NaN],
    ['no end of time', 'Asia/Shanghai', 1, Infinity],
    ['no day 32', 'Asia/Shanghai', 32, 0],
    ['no such zone', 'Mars/Olympus', 1, 0],
  ])('has %s', (_, zone, anchorDay, instant) => {
    expect(() => periodContaining(zone, anchorDay, instant)).toThrow(RangeError);
  });
});

describe('months', () => {
  it('are those of the zone', () => {
    expect(monthOf('Asia/Shanghai', at('2026-10-31T15:59:59.999Z'))).toBe('2026-10');
    expect(monthOf('Asia/Shanghai', at('2026-10-31T16:00:00Z'))).toBe('2026-11');
    expect(monthOf('America/New_York', at('2027-01-01T04:59:59Z'))).toBe('2026-12');
    expect(shown(monthBounds('Asia/Shanghai', '2026-12'))).toEqual([
      '2026-11-30T16:00:00Z',
      '2026-12-31T16:00:00Z',
    ]);
  });

  it('follow one another over the year', () => {
    expect(nextMonth('2026-12')).toBe('2027-01');
    expect(previousMonth('2027-01')).toBe('2026-12');
    expect(nextMonth('2026-09')).toBe('2026-10');
  });

  it.each(['2026-13', '2026-00', '2026-1', '26-01', '2026-01-01', ''])('throw on %s', (month) => {
    expect(() => nextMonth(month)).toThrow(RangeError);
    expect(() => monthBounds('Asia/Shanghai', month)).toThrow(RangeError);
  });
});

describe('days', () => {
  it('are those of the zone', () => {
    expect(dayOf('Asia/Shanghai', at('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
    expect(formatInstant(dayStart('Asia/Shanghai', at('2026-12-31T16:30:00Z')))).toBe('2026-12-31T16:00:00Z');
    expect(formatInstant(dayStart('Asia/Shanghai', at('2026-12-31T16:30:00Z'), 1))).toBe(
      '2027-01-01T16:00:00Z',
    );
  });

  it.each([
    ['a month', 'Asia/Shanghai', '2026-09-30T16:00:00Z', '2026-10-31T16:00:00Z', 31],
    [
      'a month with 23 hours in a day',
      'America/New_York',
      '2026-03-01T05:00:00Z',
      '2026-04-01T04:00:00Z',
      31,
    ],
    ['an hour over midnight', 'Asia/Shanghai', '2026-10-01T15:30:00Z', '2026-10-01T16:30:00Z', 1],
    ['nothing', 'Asia/Shanghai', '2026-10-01T00:00:00Z', '2026-10-01T00:00:00Z', 0],
    ['a day back', 'Asia/Shanghai', '2026-10-02T00:00:00Z', '2026-10-01T00:00:00Z', -1],
  ])('between the ends of %s', (_, zone, start, end, days) => {
    expect(daysBetween(zone, at(start), at(end))).toBe(days);
  });
});

it('knows a zone by its IANA name only', () => {
  expect(['Asia/Shanghai', 'UTC', 'Etc/GMT+5'].map(isZone)).toEqual([true, true, true]);
  expect(['', '+08:00', 'local', 'Asia/Nowhere'].map(isZone)).toEqual([false, false, false, false]);
});
