import fc from 'fast-check';
import {
  daysBetween,
  monthBounds,
  monthOf,
  monthlyPeriodStart,
  nextMonth,
  periodContaining,
} from './calendar';
import { localClock } from './local-clock';
import { offsetMs } from './zone';

/** Zones with half hours, with changes at midnight, with a changing sign, with a day that was left out. */
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Europe/London',
  'Africa/Casablanca',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
);
const anchors = fc.integer({ min: 1, max: 31 });
/** 1990 to 2040. */
const instants = fc.integer({ min: 631_152_000_000, max: 2_208_988_800_000 });

describe('periods', () => {
  it('tile time, without a gap and without an overlap', () => {
    fc.assert(
      fc.property(zones, anchors, instants, (zone, anchor, instant) => {
        const period = periodContaining(zone, anchor, instant);
        expect(period.start).toBeLessThanOrEqual(instant);
        expect(period.end).toBeGreaterThan(instant);
        expect(periodContaining(zone, anchor, period.start)).toEqual(period);
        expect(periodContaining(zone, anchor, period.end - 1)).toEqual(period);
        expect(periodContaining(zone, anchor, period.end).start).toBe(period.end);
      }),
    );
  });

  it('begin where the anchor says, whatever was asked before', () => {
    const months = fc.tuple(fc.integer({ min: 1990, max: 2039 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(zones, anchors, months, (zone, anchor, [year, month]) => {
        const start = monthlyPeriodStart(zone, anchor, year, month);
        expect(periodContaining(zone, anchor, start).start).toBe(start);
      }),
    );
  });

  it('have 28 to 31 local days', () => {
    fc.assert(
      fc.property(zones, anchors, instants, (zone, anchor, instant) => {
        const { start, end } = periodContaining(zone, anchor, instant);
        const days = daysBetween(zone, start, end);
        expect(days).toBeGreaterThanOrEqual(28);
        expect(days).toBeLessThanOrEqual(31);
      }),
    );
  });

  it('of the first of the month are the months', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const month = monthOf(zone, instant);
        expect(monthBounds(zone, month)).toEqual(periodContaining(zone, 1, instant));
        expect(monthBounds(zone, nextMonth(month)).start).toBe(monthBounds(zone, month).end);
      }),
    );
  });
});

describe('the local clock', () => {
  it('is the one of the zone, kept or asked for anew', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const local = new Date(instant + offsetMs(zone, instant));
        const clock = {
          minuteOfDay: local.getUTCHours() * 60 + local.getUTCMinutes(),
          isoWeekday: local.getUTCDay() || 7,
        };
        expect(localClock(zone, instant)).toEqual(clock);
        expect(localClock(zone, instant)).toEqual(clock);
      }),
    );
  });
});
