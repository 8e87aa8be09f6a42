import { coversYear, type DocumentFault, type HolidayCalendar, type PriceBook } from '@ciyuan/core/catalogue';
import type { CatalogueContent } from '@ciyuan/core/charging';
import { dayOf, monthBounds, parseInstant, type Instant } from '@ciyuan/core/kernel';

type Versions = CatalogueContent['holiday_calendar'];

/**
 * What the time bands of a book ask of calendars, for a book that is in force from an instant: a calendar of the
 * book's own zone which covers the year that a price begins in and, where it ends, each year until then. A price that
 * never ends outlives every announcement: in a year that is not covered yet its records wait in suspense.
 */
export const checkHolidayBands = (book: PriceBook, from: Instant, calendars: Versions): DocumentFault[] =>
  book.entries.flatMap(({ timeBand, effectiveFrom, effectiveTo }, index) => {
    if (timeBand?.holidays === undefined) return [];
    const start = Math.max(from, parseInstant(effectiveFrom) ?? from);
    const end = (effectiveTo === undefined ? undefined : parseInstant(effectiveTo)) ?? start + 1;
    const versions = calendars.filter(({ code }) => code === timeBand.holidays);
    const found = bandFault(book.zone, versions, start, end);
    const path = `entries.${index}.timeBand.holidays`;
    return found === undefined
      ? []
      : [{ path, code: found, detail: `${timeBand.holidays} from ${dayOf(book.zone, start)} on` }];
  });

function bandFault(zone: string, versions: Versions, start: Instant, end: Instant): string | undefined {
  if (versions.length === 0) return 'unknown_holiday_calendar';
  if (versions.some(({ body }) => body.zone !== zone)) return 'calendar_of_another_zone';
  for (let at = start; at < end; at = nextYear(zone, at)) {
    const calendar = calendarAt(versions, at);
    if (calendar === undefined) return 'not_yet_in_force';
    if (!coversYear(calendar, yearOf(zone, at))) return 'year_not_covered';
  }
  return undefined;
}

/** A version must go on covering the year that it begins in, and keep the zone that books rely on. */
export function checkCalendar(
  calendar: HolidayCalendar,
  from: Instant,
  calendars: Versions,
): DocumentFault[] {
  const year = yearOf(calendar.zone, from);
  const isMoved = calendars.some(({ code, body }) => code === calendar.code && body.zone !== calendar.zone);
  return [
    ...(isMoved ? [{ path: 'zone', code: 'zone_changed', detail: 'use a new code for another zone' }] : []),
    ...(coversYear(calendar, year)
      ? []
      : [{ path: 'days', code: 'year_not_covered', detail: `no day of ${year}` }]),
  ];
}

function calendarAt(versions: Versions, at: Instant): HolidayCalendar | undefined {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= at);
  return begun.sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0]?.body;
}

const yearOf = (zone: string, at: Instant): string => dayOf(zone, at).slice(0, 4);

const nextYear = (zone: string, at: Instant): Instant =>
  monthBounds(zone, `${Number(yearOf(zone, at)) + 1}-01`).start;
