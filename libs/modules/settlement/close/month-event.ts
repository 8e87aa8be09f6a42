import type { Instant } from '@ciyuan/core/kernel';
import type { StandingWaiver, WaivableCode } from '@ciyuan/core/settlement';

export type MonthEventKind =
  | 'waived'
  | 'waiver_withdrawn'
  | 'frozen'
  | 'reopening_requested'
  | 'reopened'
  | 'closed';

/** What was done to a month; what a step does not have is null. */
export interface MonthStep {
  readonly kind: MonthEventKind;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
  /** Of a waiver: the item, and how much of it there was. */
  readonly item: WaivableCode | null;
  readonly seen: number | null;
  /** The number of the waiver that is withdrawn, or of the request that is followed. */
  readonly refersTo: number | null;
  readonly askedBy: string | null;
  /** What a freeze did not wait for, by item. */
  readonly waived: Readonly<Record<string, number>> | null;
  /** Lines of journals in the month then, but that of its issue. */
  readonly lines: number | null;
  readonly runId: number | null;
}

export const NOTHING_MORE = {
  reason: null,
  item: null,
  seen: null,
  refersTo: null,
  askedBy: null,
  waived: null,
  lines: null,
  runId: null,
} satisfies Partial<MonthStep>;

/** A step as it is kept, numbered from 1 within its month. */
export interface MonthEvent extends MonthStep {
  readonly month: string;
  readonly number: number;
}

export interface MonthWaiver extends StandingWaiver {
  readonly number: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** The waivers that nobody has withdrawn, the earliest first. */
export function standingWaivers(events: readonly MonthEvent[]): readonly MonthWaiver[] {
  const withdrawn = new Set(
    events.filter(({ kind }) => kind === 'waiver_withdrawn').map(({ refersTo }) => refersTo),
  );
  return events.flatMap(({ kind, number, item, seen, reason, by, at }) =>
    kind === 'waived' && !withdrawn.has(number) && item !== null && seen !== null && reason !== null
      ? [{ number, item, seen, reason, by, at }]
      : [],
  );
}

const STEPS: readonly MonthEventKind[] = ['frozen', 'reopening_requested', 'reopened', 'closed'];

/** Of freezing, opening again and closing the last; undefined of a month that was always open. */
export const lastStep = (events: readonly MonthEvent[]): MonthEvent | undefined =>
  events.filter(({ kind }) => STEPS.includes(kind)).at(-1);

/** The freeze that holds; undefined while the month is open. */
export function standingFreeze(events: readonly MonthEvent[]): MonthEvent | undefined {
  const last = events.filter(({ kind }) => kind === 'frozen' || kind === 'reopened').at(-1);
  return last?.kind === 'frozen' ? last : undefined;
}
