import {
  MS_PER_DAY,
  MS_PER_MINUTE,
  dayStart,
  daysBetween,
  localClock,
  monthBounds,
} from '@ciyuan/core/kernel';
import type { Instant, Period } from '@ciyuan/core/kernel';
import { hashBelow, stableHash } from '../stable-hash';
import type { TraceCall } from '../traces/trace-call';
import { Dealer } from './dealer';

const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const SATURDAY = 6;
const WEEKDAY_WEIGHT = 10;
const WEEKEND_WEIGHT = 4;
/** By the local hour in which a session begins. */
const HOUR_WEIGHTS = [3, 2, 1, 1, 1, 2, 4, 9, 22, 38, 42, 36, 22, 32, 42, 42, 38, 30, 20, 16, 14, 12, 8, 5];

/** What of a session's calls the placing looks at. `elapsedMs` runs: it ends as the session's length. */
interface Timeline {
  readonly firstOffsetMs: number;
  elapsedMs: number;
}

/**
 * The instant of each call, all inside [start, end) of the month. In a session the order of the calls is that of
 * the list: where the trace's clock goes back, time stands still.
 */
export function callInstants(calls: readonly TraceCall[], zone: string, month: string): Instant[] {
  const timelines = new Map<string, Timeline>();
  const elapsed = calls.map((call) => advance(timelines, call));
  const place = sessionPlacer(zone, monthBounds(zone, month));
  return calls.map(({ session }, index) =>
    place(session, timelines.get(session)?.elapsedMs ?? 0, elapsed[index] ?? 0),
  );
}

function advance(timelines: Map<string, Timeline>, { session, offsetMs }: TraceCall): number {
  let timeline = timelines.get(session);
  if (timeline === undefined) timelines.set(session, (timeline = { firstOffsetMs: offsetMs, elapsedMs: 0 }));
  timeline.elapsedMs = Math.max(timeline.elapsedMs, offsetMs - timeline.firstOffsetMs);
  return timeline.elapsedMs;
}

/** A session begins by its hash, so much earlier that it ends in the month; one longer than the month is compressed. */
function sessionPlacer(zone: string, { start, end }: Period) {
  const days = dayDealer(zone, start, end);
  const hours = new Dealer('hour', [...HOUR_WEIGHTS.keys()], HOUR_WEIGHTS);
  const room = end - start - 1;
  return (session: string, lengthMs: number, elapsedMs: number): Instant => {
    if (lengthMs >= room) return start + Math.floor((elapsedMs / lengthMs) * room);
    const withinHour = hashBelow(MS_PER_HOUR, stableHash('moment', session));
    const wanted = days.deal(session) + hours.deal(session) * MS_PER_HOUR + withinHour;
    return Math.min(wanted, start + room - lengthMs) + elapsedMs;
  };
}

/** Local midnights of the month, weekdays before weekends. */
function dayDealer(zone: string, start: Instant, end: Instant): Dealer<Instant> {
  const midnights = Array.from({ length: daysBetween(zone, start, end) }, (_, day) =>
    dayStart(zone, start, day),
  );
  const weights = midnights.map((midnight) =>
    localClock(zone, midnight + MS_PER_DAY / 2).isoWeekday < SATURDAY ? WEEKDAY_WEIGHT : WEEKEND_WEIGHT,
  );
  return new Dealer('day', midnights, weights);
}
