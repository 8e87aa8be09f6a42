import { MS_PER_DAY, MS_PER_MINUTE, civilFromDays, daysFromCivil, daysInMonth } from './civil';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Reads `YYYY-MM-DDTHH:MM:SS[.fraction](Z|±HH:MM)`, the complete extended form of ISO 8601, with one to nine
 * digits of fraction; what is finer than a millisecond is cut off. Undefined for anything else: a text without
 * an offset, a date that does not exist, hour 24, second 60.
 */
export function parseInstant(iso: string): Instant | undefined {
  const match = ISO.exec(iso);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHour, offsetMinute] = match;
  const days = dayNumber(Number(year), Number(month), Number(day));
  const clock = clockMs(Number(hour), Number(minute), Number(second));
  if (days === undefined || clock === undefined) return undefined;
  const ms = days * MS_PER_DAY + clock + (fraction === undefined ? 0 : milliseconds(fraction));
  if (sign === undefined) return ms;
  const offset = clockMs(Number(offsetHour), Number(offsetMinute), 0);
  if (offset === undefined) return undefined;
  return sign === '-' ? ms + offset : ms - offset;
}

/** The UTC form that {@link parseInstant} reads; milliseconds only where there are any. */
export function formatInstant(instant: Instant): string {
  if (!Number.isSafeInteger(instant)) throw new RangeError(`not an instant: ${instant}`);
  const days = Math.floor(instant / MS_PER_DAY);
  const { year, month, day } = civilFromDays(days);
  if (year < 0 || year > 9999) throw new RangeError(`an instant outside the years 0000 to 9999: ${instant}`);
  const ms = instant - days * MS_PER_DAY;
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = ms % 1000 === 0 ? '' : `.${digits(ms % 1000, 3)}`;
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date}T${clock.map((part) => digits(part, 2)).join(':')}${fraction}Z`;
}

function dayNumber(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

function clockMs(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hour * 60 + minute) * MS_PER_MINUTE + second * 1000;
}

const milliseconds = (fraction: string): number => Number(fraction.slice(0, 3).padEnd(3, '0'));

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
