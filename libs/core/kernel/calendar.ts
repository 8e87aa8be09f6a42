import { MS_PER_DAY, civilFromDays } from './civil';
import type { Instant } from './instant';
import { localMs } from './local-clock';
import { PeriodTable, anchoredStart, monthIndex, monthName, type Period } from './period-table';
import { startOfLocalDay } from './zone';

const TABLES = new Map<string, (PeriodTable | undefined)[]>();
const FIRST_OF_MONTH = 1;

/**
 * Where the monthly period anchored on `anchorDay` (1 to 31) begins in the given month: local midnight of
 * min(anchor day, last day of the month). Months are 1 to 12.
 */
export function monthlyPeriodStart(zone: string, anchorDay: number, year: number, month: number): Instant {
  checkAnchor(anchorDay);
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`not a month: ${year}-${month}`);
  return anchoredStart(zone, anchorDay, year, month);
}

/** The one monthly period of the anchor that `instant` lies in; periods follow one another without a gap. */
export function periodContaining(zone: string, anchorDay: number, instant: Instant): Period {
  return tableOf(zone, anchorDay).containing(instant).period;
}

/** The calendar month, `YYYY-MM`, of `instant` in the zone: its settlement month in the operator's. */
export function monthOf(zone: string, instant: Instant): string {
  return tableOf(zone, FIRST_OF_MONTH).containing(instant).month;
}

/** The calendar month `YYYY-MM` of the zone as instants. */
export function monthBounds(zone: string, month: string): Period {
  return tableOf(zone, FIRST_OF_MONTH).at(monthIndex(month)).period;
}

export const nextMonth = (month: string): string => monthName(monthIndex(month) + 1);
export const previousMonth = (month: string): string => monthName(monthIndex(month) - 1);

/** The month, `YYYY-MM`, that is `count` months after the given one; before it where that is below zero. */
export const monthAfter = (month: string, count: number): string => monthName(monthIndex(month) + count);

/** The local date, `YYYY-MM-DD`, of `instant`: its usage day in the operator's zone. */
export function dayOf(zone: string, instant: Instant): string {
  const { year, month, day } = civilFromDays(localDay(zone, instant));
  return `${monthName(year * 12 + month - 1)}-${String(day).padStart(2, '0')}`;
}

/** Local midnight of the day, `days` after the local date of `instant`. */
export function dayStart(zone: string, instant: Instant, days = 0): Instant {
  return startOfLocalDay(zone, (localDay(zone, instant) + days) * MS_PER_DAY);
}

/** How many local midnights lie in (start, end]: between two local midnights the days, whatever their hours. */
export function daysBetween(zone: string, start: Instant, end: Instant): number {
  return localDay(zone, end) - localDay(zone, start);
}

const localDay = (zone: string, instant: Instant): number => Math.floor(localMs(zone, instant) / MS_PER_DAY);

function tableOf(zone: string, anchorDay: number): PeriodTable {
  let tables = TABLES.get(zone);
  if (tables === undefined) TABLES.set(zone, (tables = []));
  let table = tables[anchorDay];
  if (table === undefined) {
    checkAnchor(anchorDay);
    tables[anchorDay] = table = new PeriodTable(zone, anchorDay);
  }
  return table;
}

function checkAnchor(anchorDay: number): void {
  if (!Number.isInteger(anchorDay) || anchorDay < 1 || anchorDay > 31)
    throw new RangeError(`not a day of a month: ${anchorDay}`);
}
