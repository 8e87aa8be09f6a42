import { dayOf, plusLocalDays, type Fen, type Instant } from '../kernel';

export const DISPUTE_REASONS = [
  'quantity',
  'price',
  'missing_usage',
  'wrong_rate',
  'late_usage',
  'other',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** `proposed`: one person has said what should become of it, and another has still to agree. */
export const DISPUTE_LINE_STATES = ['open', 'proposed', 'upheld', 'rejected', 'withdrawn'] as const;
export type DisputeLineState = (typeof DISPUTE_LINE_STATES)[number];

/** What can be said of a line, in the order of its life; each said by one person at one instant. */
export type DisputeStep = 'proposed' | 'returned' | 'upheld' | 'rejected' | 'withdrawn';

const STATE_AFTER: Readonly<Record<DisputeStep, DisputeLineState>> = {
  proposed: 'proposed',
  returned: 'open',
  upheld: 'upheld',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

/** The state that the steps taken so far, the earliest first, have brought a line to. */
export function disputeLineState(steps: readonly DisputeStep[]): DisputeLineState {
  const last = steps.at(-1);
  return last === undefined ? 'open' : STATE_AFTER[last];
}

/** Nothing more becomes of it. */
export const isDecided = (state: DisputeLineState): boolean => state !== 'open' && state !== 'proposed';

/** Hundredths of the statement's currency. */
export interface Claim {
  /** The share as it was issued. */
  readonly issuedFen: Fen;
  /** The share as the party says it should be. */
  readonly claimedFen: Fen;
}

/** What a claim asks for beyond what was issued; below zero where the party says that it had too much. */
export const claimedDifference = ({ issuedFen, claimedFen }: Claim): Fen => claimedFen - issuedFen;

/**
 * Whether a claim can be met with `grantedFen`: part of what it asks for, or all of it, and never 0, which is a
 * rejection.
 */
export function isGrantable(claim: Claim, grantedFen: Fen): boolean {
  const asked = claimedDifference(claim);
  return asked > 0n ? grantedFen > 0n && grantedFen <= asked : grantedFen < 0n && grantedFen >= asked;
}

/** `YYYY-MM-DD`: the last day on which a dispute should be decided, so many days after it was opened. */
export const disputeDueOn = (zone: string, openedAt: Instant, resolutionDays: number): string =>
  dayOf(zone, plusLocalDays(zone, openedAt, resolutionDays));
