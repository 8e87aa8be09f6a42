import { parseInstant } from './instant';
import { localClock } from './local-clock';

describe('localClock', () => {
  it.each([
    ['Asia/Shanghai', '2026-10-05T15:59:59.999Z', '23:59', 1],
    ['Asia/Shanghai', '2026-10-05T16:00:00Z', '00:00', 2],
    ['Asia/Kathmandu', '2026-10-04T18:15:00Z', '00:00', 1],
    // Clocks change by an hour, by half an hour, by a quarter: asked just before and just at it.
    ['America/New_York', '2026-03-08T06:59:59Z', '01:59', 7],
    ['America/New_York', '2026-03-08T07:00:00Z', '03:00', 7],
    ['America/New_York', '2026-11-01T05:59:59Z', '01:59', 7],
    ['America/New_York', '2026-11-01T06:00:00Z', '01:00', 7],
    ['Australia/Lord_Howe', '2026-10-03T15:29:59Z', '01:59', 7],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '02:30', 7],
    ['Asia/Kathmandu', '1985-12-31T18:29:59Z', '23:59', 2],
    ['Asia/Kathmandu', '1985-12-31T18:30:00Z', '00:15', 3],
    ['UTC', '1969-12-31T23:59:59.999Z', '23:59', 3],
    ['UTC', '1969-12-28T00:00:00Z', '00:00', 7],
  ])('in %s at %s shows %s of weekday %d', (zone, instant, time, isoWeekday) => {
    const [hour = NaN, minute = NaN] = time.split(':').map(Number);
    const clock = { minuteOfDay: hour * 60 + minute, isoWeekday };
    expect(localClock(zone, parseInstant(instant) ?? NaN)).toEqual(clock);
  });

  it('throws on a zone that does not exist', () => {
    expect(() => localClock('Asia/Nowhere', 0)).toThrow(RangeError);
  });
});
