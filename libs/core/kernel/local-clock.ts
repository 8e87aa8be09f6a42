import { MS_PER_DAY, MS_PER_MINUTE } from './civil';
import type { Instant } from './instant';
import { offsetMs } from './zone';

export interface LocalClock {
  /** 0 to 1439. */
  readonly minuteOfDay: number;
  /** Monday 1 to Sunday 7, of the local date. */
  readonly isoWeekday: number;
}

/** Zones have changed their offset at quarter hours of UTC only, ever since offsets are whole minutes. */
const BUCKET_MS = 15 * MS_PER_MINUTE;
const BUCKETS_KEPT = 10_000;
/** 1970-01-01 was a Thursday, three days after a Monday. */
const MONDAY_TO_EPOCH = 3;

const OFFSETS = new Map<string, Map<number, number>>();

/** What a clock on a wall in `zone` shows. */
export function localClock(zone: string, instant: Instant): LocalClock {
  const local = localMs(zone, instant);
  const day = Math.floor(local / MS_PER_DAY);
  const sinceMonday = (day + MONDAY_TO_EPOCH) % 7;
  return {
    minuteOfDay: Math.floor((local - day * MS_PER_DAY) / MS_PER_MINUTE),
    isoWeekday: (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1,
  };
}

/** Local time written as if it were UTC. */
export function localMs(zone: string, instant: Instant): number {
  let offsets = OFFSETS.get(zone);
  if (offsets === undefined) OFFSETS.set(zone, (offsets = new Map<number, number>()));
  const bucket = Math.floor(instant / BUCKET_MS);
  let offset = offsets.get(bucket);
  if (offset === undefined) {
    if (offsets.size >= BUCKETS_KEPT) offsets.clear();
    offsets.set(bucket, (offset = offsetMs(zone, bucket * BUCKET_MS)));
  }
  return instant + offset;
}
