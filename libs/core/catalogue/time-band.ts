import type { LocalClock } from '../kernel';
import type { DocumentFault } from './document-fault';

/** Hours of a local day, half-open; they may wrap midnight, and from = to is the whole day. */
export interface Hours {
  readonly from: string;
  readonly to: string;
  /** ISO weekdays of the instant's local date, also after midnight in hours that wrap. */
  readonly days?: readonly number[];
}

export interface CompiledBand {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly days: ReadonlySet<number> | undefined;
}

export type HoursFaultCode = 'no_weekday' | 'not_a_weekday' | 'not_a_local_time';

const MINUTES_PER_DAY = 1440;
const WEEKDAYS = 7;

/** What of the hours cannot be read, in the order of their fields; none for hours that compile. */
export function checkHours(hours: Hours, path: string): DocumentFault<HoursFaultCode>[] {
  const faults = [...checkClock(hours.from, `${path}.from`), ...checkClock(hours.to, `${path}.to`)];
  if (hours.days?.length === 0)
    faults.push({ path: `${path}.days`, code: 'no_weekday', detail: 'no day at all' });
  hours.days?.forEach((day, index) => {
    if (Number.isInteger(day) && day >= 1 && day <= WEEKDAYS) return;
    const detail = `${day}: Monday is 1, Sunday 7`;
    faults.push({ path: `${path}.days.${index}`, code: 'not_a_weekday', detail });
  });
  return faults;
}

/** Throws on hours that cannot be read; documents are checked when saved, with the place of each fault. */
export function compileBand(hours: Hours): CompiledBand {
  return {
    fromMinute: minuteOf(hours.from),
    toMinute: minuteOf(hours.to),
    days: hours.days === undefined ? undefined : new Set(hours.days),
  };
}

/** By its hours and weekdays; what it says of holidays is another question. */
export function inBand(band: CompiledBand, clock: LocalClock): boolean {
  if (band.days !== undefined && !band.days.has(clock.isoWeekday)) return false;
  const { fromMinute, toMinute } = band;
  if (fromMinute === toMinute) return true;
  const minute = clock.minuteOfDay;
  return fromMinute < toMinute
    ? fromMinute <= minute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

/** Whether there is an instant that lies in both; no hours are all of them. */
export function bandsMeet(a: CompiledBand | undefined, b: CompiledBand | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const { days } = b;
  if (a.days !== undefined && days !== undefined && ![...a.days].some((day) => days.has(day))) return false;
  return minutes(a).some(([from, to]) => minutes(b).some(([start, end]) => from < end && start < to));
}

function minuteOf(clock: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(clock);
  const minutes = match === null ? NaN : Number(match[1]) * 60 + Number(match[2]);
  if (!(minutes <= MINUTES_PER_DAY) || Number(match?.[2]) > 59)
    throw new RangeError(`not a local time: ${clock}`);
  return minutes;
}

/** Half-open ranges of a day; a band that wraps midnight is two of them, on the weekday of the local date. */
function minutes({ fromMinute, toMinute }: CompiledBand): readonly (readonly [number, number])[] {
  if (fromMinute === toMinute) return [[0, MINUTES_PER_DAY]];
  if (fromMinute < toMinute) return [[fromMinute, toMinute]];
  return [
    [fromMinute, MINUTES_PER_DAY],
    [0, toMinute],
  ];
}

function checkClock(clock: string, path: string): DocumentFault<HoursFaultCode>[] {
  try {
    minuteOf(clock);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ path, code: 'not_a_local_time', detail: clock }];
  }
}
