import type { Instant } from '@ciyuan/core/kernel';

/**
 * What came in in a span that begins then: records that were charged, that came to wait, and those that nothing was
 * written of: refused, known before, or in conflict with what was.
 */
export interface WriteCounts {
  readonly startsAt: Instant;
  readonly charged: number;
  readonly suspended: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly conflicts: number;
}

/** Half-open. */
export interface SilentSpan {
  readonly from: Instant;
  readonly until: Instant;
}

/** What one partner's records came to. */
export interface PartnerIntake {
  /** Null of writes that were of several partners, such as suspense that was tried again. */
  readonly partner: string | null;
  /** Of minutes in which something came in, the earliest first. */
  readonly minutes: readonly WriteCounts[];
  /** Null where nothing was ever written. */
  readonly lastWriteAt: Instant | null;
  readonly openSuspense: number;
  /** Whole hours without a write, since the first write of the last day. */
  readonly silences: readonly SilentSpan[];
}

const MS_PER_HOUR = 3_600_000;

/** Runs of hours that have ended without a write, behind an hour that had one; `written` are beginnings of hours. */
export function silencesOf(written: readonly Instant[], now: Instant): SilentSpan[] {
  const thisHour = now - (now % MS_PER_HOUR);
  const hours = [...new Set(written)].sort((a, b) => a - b);
  return hours.flatMap((hour, index) => {
    const from = hour + MS_PER_HOUR;
    const until = hours[index + 1] ?? Math.max(thisHour, from);
    return until > from ? [{ from, until }] : [];
  });
}
