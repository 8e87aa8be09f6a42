import type { Instant, PicoYuan } from '@ciyuan/core/kernel';
import type { Outcome, ResolutionState } from '@ciyuan/core/reconciliation';
import type { PartnerRole } from './reconciliation-run';

export type DifferingOutcome = Exclude<Outcome, 'equal'>;

/** What one side says of a key: its counts by name, those that are 0 left out. */
export interface DifferenceSide {
  readonly counts: Readonly<Record<string, string>>;
  readonly tokens: bigint;
  readonly amount: PicoYuan;
}

/** A key that both sides do not see alike. Its id is stable: a dispute may name it as its evidence. */
export interface Difference {
  readonly id: number;
  readonly runId: number;
  readonly key: string;
  readonly outcome: DifferingOutcome;
  readonly at: Instant | null;
  readonly model: string | null;
  readonly tenant: string | null;
  readonly plan: string | null;
  readonly kind: string | null;
  /** The accounting month of ours. */
  readonly ourMonth: string | null;
  readonly ours: DifferenceSide | null;
  /** The line of theirs in their file. */
  readonly theirLine: number | null;
  readonly theirs: DifferenceSide | null;
  /** Theirs less ours; nothing of what their file does not state at all. */
  readonly tokensApart: bigint;
  readonly amountApart: PicoYuan;
  readonly resolution: ResolutionState;
  /** Of the last word on it; null while it is open. */
  readonly reason: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Instant | null;
}

/** A difference that is to be a line of a dispute. */
export interface DisputedDifference extends Difference {
  readonly party: string;
  readonly role: PartnerRole;
  readonly month: string;
  readonly currency: string;
}
