import type { AlertCode } from './alert';

export interface AlertView {
  readonly code: AlertCode;
  /** What it is of, in codes: an asset, a month and its step, how long records have waited, an account and its plan. */
  readonly subject: string;
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
  readonly since: string | null;
  /** Where the API shows it. */
  readonly path: string;
}

/** What is wrong or late; in order of how much it matters. */
export interface AlertsView {
  readonly alerts: readonly AlertView[];
}
