import { IANAZone } from 'luxon';
import { MS_PER_DAY, MS_PER_MINUTE } from './civil';
import type { Instant } from './instant';

/** Settlement months, usage days and the days of contracts are cut at the operator's midnight. */
export const OPERATOR_ZONE = 'Asia/Shanghai';

const ZONES = new Map<string, IANAZone>();

/** Whether `zone` is a name of the IANA time zone database that this runtime knows. */
export const isZone = (zone: string): boolean => /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);

/** Local time minus UTC at `instant`, in ms. Slow (some 20 µs): callers keep what they asked for. */
export function offsetMs(zone: string, instant: Instant): number {
  return Math.round(ianaZone(zone).offset(instant) * MS_PER_MINUTE);
}

/**
 * The first instant of the local day that `localMidnight` (local time written as if it were UTC) begins.
 * Where the clock skips midnight it is the instant of the change, where midnight comes twice the first of the two.
 * Luxon is asked for offsets only: its own answer for a midnight that comes twice depends on today's offset.
 */
export function startOfLocalDay(zone: string, localMidnight: number): Instant {
  const before = offsetMs(zone, localMidnight - MS_PER_DAY);
  const after = offsetMs(zone, localMidnight + MS_PER_DAY);
  const early = localMidnight - Math.max(before, after);
  const late = localMidnight - Math.min(before, after);
  if (early + offsetMs(zone, early) === localMidnight) return early;
  if (late + offsetMs(zone, late) === localMidnight) return late;
  return firstWithOffset(zone, early, late);
}

/** The first instant in (from, to] that has the offset of `to`, given that the zone changes once in between. */
function firstWithOffset(zone: string, from: Instant, to: Instant): Instant {
  const target = offsetMs(zone, to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle) === target) high = middle;
    else low = middle;
  }
  return high;
}

function ianaZone(name: string): IANAZone {
  let zone = ZONES.get(name);
  if (zone === undefined) {
    if (!isZone(name)) throw new RangeError(`not a time zone: ${name}`);
    ZONES.set(name, (zone = IANAZone.create(name)));
  }
  return zone;
}
