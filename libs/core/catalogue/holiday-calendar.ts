import type { DocumentFault } from './document-fault';
import { isDate } from './is-date';

/** A day that is not as its weekday says: a day off, or a weekend's day on which people work. */
export interface HolidayDay {
  /** `YYYY-MM-DD`, in the calendar's zone. */
  readonly date: string;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

/** Statutory holidays, year by year. A year of which it names no day is one that it does not cover. */
export interface HolidayCalendar {
  readonly code: string;
  readonly zone: string;
  readonly days: readonly HolidayDay[];
}

export type HolidayFaultCode = 'not_a_date' | 'date_twice';

/** Days that no calendar has, or that this one has twice. */
export function checkHolidays({ days }: HolidayCalendar): DocumentFault<HolidayFaultCode>[] {
  const places = new Map<string, number>();
  return days.flatMap(({ date }, index): DocumentFault<HolidayFaultCode>[] => {
    const path = `days.${index}.date`;
    const first = places.get(date);
    if (!isDate(date)) return [{ path, code: 'not_a_date', detail: `${date}: such as 2026-10-01` }];
    if (first !== undefined)
      return [{ path, code: 'date_twice', detail: `days.${first} is of ${date}, too` }];
    places.set(date, index);
    return [];
  });
}

/** A calendar read once. */
export interface CompiledCalendar {
  /** Whether people work on a date; undefined in a year that the calendar does not cover. */
  isWorkday(date: string, isoWeekday: number): boolean | undefined;
}

const FRIDAY = 5;

export function compileHolidays({ days }: Pick<HolidayCalendar, 'days'>): CompiledCalendar {
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  const years = new Set(days.map(({ date }) => yearOf(date)));
  return {
    isWorkday(date, isoWeekday) {
      if (!years.has(yearOf(date))) return undefined;
      const kind = kinds.get(date);
      return kind === undefined ? isoWeekday <= FRIDAY : kind === 'workday';
    },
  };
}

export const coversYear = ({ days }: Pick<HolidayCalendar, 'days'>, year: string): boolean =>
  days.some(({ date }) => yearOf(date) === year);

const yearOf = (date: string): string => date.slice(0, 4);
