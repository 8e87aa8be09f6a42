import { Injectable } from '@nestjs/common';
import { previousMonth, type Instant } from '@ciyuan/core/kernel';
import { findVariances, type Variances } from '@ciyuan/core/settlement';
import { CatalogueDocumentsStore, versionAt } from '@ciyuan/modules/catalogue';
import type { Tx } from '@ciyuan/platform/database';
import type { SettlementRun } from '../settlement-run';
import { SettlementRunsStore } from '../settlement-runs.store';
import { SettledSumsStore } from './settled-sums.store';

export interface EvaluatedVariances extends Variances {
  readonly policyVersionId: number;
  readonly policy: string;
  readonly policyVersion: number;
  /** What the run is compared with: the month before as it was issued. */
  readonly previous: SettlementRun | undefined;
}

/** Looks for variances of a run by the policy in force at `at`; undefined where none is. */
@Injectable()
export class EvaluateVariances {
  constructor(
    private readonly documents: CatalogueDocumentsStore,
    private readonly runs: SettlementRunsStore,
    private readonly sums: SettledSumsStore,
  ) {}

  async run(tx: Tx, run: SettlementRun, at: Instant): Promise<EvaluatedVariances | undefined> {
    const versions = await this.documents.versions(tx, 'variance_policy');
    // One that begins in the past asks nothing of what was signed before it was there.
    const known = versions.filter(({ createdAt }) => createdAt <= at);
    const policy = versionAt(known, at);
    if (policy === undefined) return undefined;
    const previous = await this.runs.posted(tx, previousMonth(run.month));
    const before = previous === undefined ? undefined : await this.sums.ofRun(tx, previous.id);
    const variances = findVariances(await this.sums.ofRun(tx, run.id), before, policy.body);
    return {
      ...variances,
      policyVersionId: policy.id,
      policy: policy.code,
      policyVersion: policy.version,
      previous,
    };
  }
}
