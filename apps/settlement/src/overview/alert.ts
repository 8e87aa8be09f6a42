import type { Instant } from '@ciyuan/core/kernel';

export const ALERT_CODES = [
  'ledger_unbalanced',
  'month_late',
  'jobs_failed',
  'suspense_open',
  'disputes_overdue',
  'commitments_behind',
] as const;
export type AlertCode = (typeof ALERT_CODES)[number];

/** Something that somebody should look at. */
export interface Alert {
  readonly code: AlertCode;
  /** What it is of, in codes: a month and its step, an account; empty where there is nothing more to say. */
  readonly subject: string;
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
  /** Since when; null where that is not known. */
  readonly since: Instant | null;
  /** Where the API shows it. */
  readonly path: string;
}

type Said = Pick<Alert, 'code' | 'count' | 'path'> & Partial<Alert>;

export const alert = (said: Said): Alert => ({ subject: '', isMore: false, since: null, ...said });
/** Nothing, where there is nothing to say. */
export const counted = (said: Said): Alert[] => (said.count === 0 ? [] : [alert(said)]);
