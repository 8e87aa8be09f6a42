import type { Instant } from '@ciyuan/core/kernel';
import type { Measure } from './control-totals';

/** A take-on that was begun. */
export interface TakeOnRun {
  readonly id: number;
  readonly digest: string;
  readonly startedAt: Instant;
}

/** A control total as it was stated, and as it is computed out of what is stored. */
export interface ComparedTotal {
  readonly measure: Measure | 'ledger.tokens' | 'ledger.deferredNet' | 'ledger.openingNet';
  readonly stated: string;
  readonly stored: string;
  readonly isEqual: boolean;
}

export interface TakeOnReport {
  readonly digest: string;
  /** Null of a dry run of files that were never applied. */
  readonly runId: number | null;
  readonly applied: boolean;
  readonly chunks: number;
  /** How many of them this very run took on, or tried and took back. */
  readonly chunksNow: number;
  readonly totals: readonly ComparedTotal[];
  readonly matches: boolean;
}
