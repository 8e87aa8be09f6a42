import { MS_PER_DAY, civilFromDays, daysFromCivil, daysInMonth } from './civil';
import type { Instant } from './instant';
import { startOfLocalDay } from './zone';

/** Half-open: `start` belongs to it, `end` to the next one. */
export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/** A monthly period and the month, `YYYY-MM`, that it starts in. */
export interface NamedPeriod {
  readonly month: string;
  readonly period: Period;
}

const MONTHS_KEPT = 10_000;

/** The periods of one zone and anchor day, found once each: a record's look-up is two comparisons. */
export class PeriodTable {
  private last: NamedPeriod | undefined;
  private readonly starts = new Map<number, Instant>();
  private readonly found = new Map<number, NamedPeriod>();

  constructor(
    private readonly zone: string,
    private readonly anchorDay: number,
  ) {}

  containing(instant: Instant): NamedPeriod {
    const last = this.last;
    if (last !== undefined && last.period.start <= instant && instant < last.period.end) return last;
    return (this.last = this.at(this.indexOf(instant)));
  }

  /** `index` counts months from January of the year 0. */
  at(index: number): NamedPeriod {
    let named = this.found.get(index);
    if (named !== undefined) return named;
    if (this.found.size >= MONTHS_KEPT) this.found.clear();
    const period = Object.freeze({ start: this.start(index), end: this.start(index + 1) });
    this.found.set(index, (named = { month: monthName(index), period }));
    return named;
  }

  private indexOf(instant: Instant): number {
    if (!Number.isFinite(instant)) throw new RangeError(`not an instant: ${instant}`);
    const { year, month } = civilFromDays(Math.floor(instant / MS_PER_DAY));
    // Local time may be in the next month already, and the anchor day may still be to come.
    let index = year * 12 + month;
    while (this.start(index) > instant) index -= 1;
    return index;
  }

  private start(index: number): Instant {
    let start = this.starts.get(index);
    if (start !== undefined) return start;
    if (this.starts.size >= MONTHS_KEPT) this.starts.clear();
    const year = Math.floor(index / 12);
    this.starts.set(index, (start = anchoredStart(this.zone, this.anchorDay, year, index - year * 12 + 1)));
    return start;
  }
}

/** Local midnight of min(anchor day, last day) of the month: from the anchor, never from the period before. */
export function anchoredStart(zone: string, anchorDay: number, year: number, month: number): Instant {
  const day = Math.min(anchorDay, daysInMonth(year, month));
  return startOfLocalDay(zone, daysFromCivil(year, month, day) * MS_PER_DAY);
}

/** The inverse of {@link monthName}; throws on anything but `YYYY-MM`. */
export function monthIndex(month: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (match === null) throw new RangeError(`not a month: ${month}`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

export function monthName(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}
