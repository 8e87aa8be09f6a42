import type { ReactNode } from 'react';
import { localeTag } from '../language/language';

/** The books' zone: whatever the browser's is, everybody reads the same day. */
const ZONE = 'Asia/Shanghai';

interface InstantProps {
  /** RFC 3339; null is nothing to say. */
  readonly at: string | null | undefined;
  readonly dateOnly?: boolean;
}

export function Instant({ at, dateOnly = false }: InstantProps): ReactNode {
  if (at === null || at === undefined) return <span>–</span>;
  return (
    <time dateTime={at} className="figures" title={at}>
      {instantText(at, dateOnly)}
    </time>
  );
}

export function instantText(at: string, dateOnly = false): string {
  // Swedish writes 2026-10-31 17:52:26, as tables in Chinese do; with 年, 月 and 日 it is a third wider.
  const [locale, dateStyle] = localeTag().startsWith('zh')
    ? ['sv-SE', 'short' as const]
    : [localeTag(), 'medium' as const];
  const time: Intl.DateTimeFormatOptions = dateOnly ? {} : { timeStyle: 'medium' };
  return new Intl.DateTimeFormat(locale, { dateStyle, ...time, timeZone: ZONE }).format(new Date(at));
}

/** A day of the books' zone, YYYY-MM-DD, some days from today. */
export function dayFromToday(days: number): string {
  const then = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(then);
}

/** Some days before another day, YYYY-MM-DD. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Whether an instant lies behind, by the clock here. */
export const hasPassed = (at: string): boolean => Date.parse(at) <= Date.now();

/** How much of the time from one instant to another has passed, by the clock here: 0 to 1. */
export const shareOfTime = (from: string, until: string): number =>
  Math.min(1, Math.max(0, (Date.now() - Date.parse(from)) / (Date.parse(until) - Date.parse(from))));

/** The month of a day, YYYY-MM. */
export const monthOf = (day: string): string => day.slice(0, 'YYYY-MM'.length);

/** When a day, YYYY-MM-DD, begins in the books' zone, which has no summer time. */
export const beginningOf = (day: string): string => `${day}T00:00:00+08:00`;
