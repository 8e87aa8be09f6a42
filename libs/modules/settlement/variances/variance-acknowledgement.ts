import type { Instant } from '@ciyuan/core/kernel';

/** Why a finding is right as it is, as it is kept: numbered from 1 within its run. */
export interface VarianceAcknowledgement {
  readonly runId: number;
  readonly number: number;
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What was asked of a run when it was signed. */
export interface VarianceReview {
  readonly runId: number;
  readonly policyVersionId: number;
  readonly findings: readonly string[];
  readonly by: string;
  readonly at: Instant;
}
