import type { DocumentFault } from './document-fault';

export const SETTLEMENT_STEPS = [
  'usage_cut_off',
  'freeze',
  'calculate',
  'approve',
  'issue',
  'confirm',
  'partner_invoices',
  'pay',
] as const;
/** What is done after a month's end, in this order. */
export type SettlementStep = (typeof SETTLEMENT_STEPS)[number];

export const DAY_COUNTS = ['calendar', 'working'] as const;
/** Whether days on which nobody works are counted. */
export type DayCount = (typeof DAY_COUNTS)[number];

export interface CalendarStep {
  readonly step: SettlementStep;
  /** After the month's last day, which is day 0. */
  readonly day: number;
  readonly counted: DayCount;
  /** Local time, `HH:MM`, by which it is to be done. */
  readonly at: string;
}

/** By when each step of a month's end is to be done. */
export interface SettlementCalendar {
  readonly code: string;
  /** IANA zone of its days and times. */
  readonly zone: string;
  /** The calendar that says which days are worked; without it Monday to Friday are. */
  readonly holidays?: string;
  readonly steps: readonly CalendarStep[];
}

export type CalendarFaultCode = 'step_twice' | 'not_a_local_time' | 'out_of_order';

/** A step that is named twice, a time that no clock shows, and steps that do not stand in the order in which they are done. */
export function checkSettlementCalendar({ steps }: SettlementCalendar): DocumentFault<CalendarFaultCode>[] {
  const faults: DocumentFault<CalendarFaultCode>[] = [];
  steps.forEach(({ step, at }, index) => {
    const path = `steps.${index}`;
    const first = steps.findIndex((other) => other.step === step);
    const before = steps[index - 1];
    if (first < index) faults.push({ path: `${path}.step`, code: 'step_twice', detail: `steps.${first}` });
    else if (before !== undefined && placeOf(step) < placeOf(before.step))
      faults.push({
        path: `${path}.step`,
        code: 'out_of_order',
        detail: `${step} comes before ${before.step}`,
      });
    if (minuteOfClock(at) === undefined)
      faults.push({ path: `${path}.at`, code: 'not_a_local_time', detail: `${at}: such as 18:00` });
  });
  return faults;
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes since midnight; undefined where no clock shows it. */
export const minuteOfClock = (at: string): number | undefined => {
  const [, hour, minute] = CLOCK.exec(at) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
};

const placeOf = (step: SettlementStep): number => SETTLEMENT_STEPS.indexOf(step);
