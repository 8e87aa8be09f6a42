import {
  compileHolidays,
  minuteOfClock,
  type CalendarStep,
  type HolidayCalendar,
  type SettlementCalendar,
  type SettlementStep,
} from '../../catalogue';
import { MS_PER_MINUTE, dayOf, dayStart, localClock, monthBounds, type Instant } from '../../kernel';

/** How far a step has come. */
export interface StepProgress {
  /** When it was done, as a whole; null while it is not. */
  readonly doneAt: Instant | null;
  /** Of how many statements it is done, for a step that is done statement by statement. */
  readonly done?: number;
  readonly of?: number;
}

export type MonthProgress = Readonly<Record<SettlementStep, StepProgress>>;

export interface DatedStep extends StepProgress {
  readonly step: SettlementStep;
  /** Null where the calendar of holidays does not cover the days that are counted. */
  readonly due: Instant | null;
  /** Done after it was due, or due and not done. */
  readonly late: boolean;
}

/** By when the steps of a month, `YYYY-MM`, are due, and how far each has come at `now`. */
export function datedSteps(
  calendar: SettlementCalendar,
  holidays: Pick<HolidayCalendar, 'days'> | undefined,
  month: string,
  { progress, now }: { readonly progress: MonthProgress; readonly now: Instant },
): readonly DatedStep[] {
  return calendar.steps.map((one) => {
    const due = dueOf(calendar.zone, holidays, month, one);
    // The cut-off is an instant that passes by itself.
    const isCutOff = one.step === 'usage_cut_off';
    const passed = due !== null && due <= now ? due : null;
    const reached = isCutOff ? { doneAt: passed } : progress[one.step];
    return { step: one.step, due, ...reached, late: due !== null && (reached.doneAt ?? now) > due };
  });
}

/** The instant by which a step is due; days are counted from the month's last day, which is day 0. */
export function dueOf(
  zone: string,
  holidays: Pick<HolidayCalendar, 'days'> | undefined,
  month: string,
  { day, counted, at }: CalendarStep,
): Instant | null {
  const { start, end } = monthBounds(zone, month);
  const days = counted === 'calendar' ? day : workingDays(zone, holidays, end, day);
  if (days === null) return null;
  const lastDay = dayStart(zone, end, -1);
  const minute = minuteOfClock(at);
  if (minute === undefined || lastDay < start) throw new Error(`not a local time: ${at}`);
  const since = dayStart(zone, lastDay, days) + minute * MS_PER_MINUTE;
  // On a day whose clock is moved, the minutes since midnight are not what the clock shows.
  return since + (minute - localClock(zone, since).minuteOfDay) * MS_PER_MINUTE;
}

/** How many days after the month's last day its `wanted`-th working day is; null where nobody knows. */
function workingDays(
  zone: string,
  holidays: Pick<HolidayCalendar, 'days'> | undefined,
  end: Instant,
  wanted: number,
): number | null {
  const compiled = holidays === undefined ? undefined : compileHolidays(holidays);
  let days = 0;
  for (let counted = 0; counted < wanted; days++) {
    const day = dayStart(zone, end, days);
    const { isoWeekday } = localClock(zone, day);
    const works =
      compiled === undefined ? isoWeekday <= FRIDAY : compiled.isWorkday(dayOf(zone, day), isoWeekday);
    if (works === undefined) return null;
    if (works) counted += 1;
  }
  return days;
}

const FRIDAY = 5;
