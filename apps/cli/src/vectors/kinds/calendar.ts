import { formatInstant, monthlyPeriodStart, periodContaining, type Instant } from '@ciyuan/core/kernel';

export interface CalendarCase {
  readonly zone: string;
  readonly anchorDay: number;
  readonly firstMonth: string;
  readonly count: number;
  readonly expected: { readonly periodStarts: readonly string[] };
}

/** The first start is asked for by its month; each further one is the end of the period before. */
export function reproduceCalendar(given: CalendarCase): CalendarCase {
  const [year, month] = given.firstMonth.split('-').map(Number);
  const starts: Instant[] = [];
  let start = monthlyPeriodStart(given.zone, given.anchorDay, year ?? NaN, month ?? NaN);
  while (starts.length < given.count) {
    const period = periodContaining(given.zone, given.anchorDay, start);
    starts.push(period.start);
    start = period.end;
  }
  return { ...given, expected: { periodStarts: starts.map(formatInstant) } };
}
