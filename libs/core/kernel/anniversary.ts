import { DateTime } from 'luxon';
import type { Instant } from './instant';

/** `days` local days later at the same local time: what "valid for 30 days" means where clocks change. */
export function plusLocalDays(zone: string, at: Instant, days: number): Instant {
  return DateTime.fromMillis(at, { zone }).plus({ days }).toMillis();
}

/** The start of the year, counted from `startsAt`, that `at` lies in; `startsAt` itself before it. */
export function contractYearStart(zone: string, startsAt: Instant, at: Instant): Instant {
  const first = DateTime.fromMillis(startsAt, { zone });
  const whole = Math.floor(DateTime.fromMillis(at, { zone }).diff(first, 'years').years);
  return whole <= 0 ? startsAt : first.plus({ years: whole }).toMillis();
}

/** 1 to 31. */
export const localDayOfMonth = (zone: string, at: Instant): number => DateTime.fromMillis(at, { zone }).day;
