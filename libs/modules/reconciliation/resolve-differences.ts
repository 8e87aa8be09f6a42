import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { mayResolve, type Resolution, type ResolutionState } from '@ciyuan/core/reconciliation';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { DifferencesStore, type DifferenceFilter } from './differences.store';
import { ReconciliationRunsStore } from './reconciliation-runs.store';
import { ResolutionsStore } from './resolutions.store';

export interface DifferencesToResolve extends DifferenceFilter {
  /** These alone, and all of them; without it, whatever the filter names and may still be resolved so. */
  readonly ids?: readonly number[] | undefined;
  readonly resolution?: ResolutionState | undefined;
  readonly state: Resolution;
  readonly reason: string;
  readonly by: string;
}

export type ResolutionRefusal =
  | { readonly code: 'unknown_run' }
  | { readonly code: 'unknown_difference' }
  | { readonly code: 'wrong_state'; readonly id: number; readonly state: ResolutionState };

export interface Resolved {
  readonly resolved: number;
  /** Named by the filter, and no longer to be resolved so. */
  readonly passedOver: number;
}

/** Says what is done about differences of a run, with the reason. What was accepted is not taken back. */
@Injectable()
export class ResolveDifferences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly runs: ReconciliationRunsStore,
    private readonly differences: DifferencesStore,
    private readonly resolutions: ResolutionsStore,
  ) {}

  run(wanted: DifferencesToResolve): Promise<Result<Resolved, ResolutionRefusal>> {
    return this.database.retrying((tx) => this.resolve(tx, wanted));
  }

  private async resolve(
    tx: Tx,
    { ids, state, reason, by, ...filter }: DifferencesToResolve,
  ): Promise<Result<Resolved, ResolutionRefusal>> {
    await this.runs.lock(tx, filter.runId);
    if ((await this.runs.byId(tx, filter.runId)) === undefined) return refuse({ code: 'unknown_run' });
    const named = await this.differences.named(tx, filter, ids);
    if (ids !== undefined && named.length < new Set(ids).size) return refuse({ code: 'unknown_difference' });
    const wrong = named.find(({ resolution }) => !mayResolve(resolution, state));
    if (ids !== undefined && wrong !== undefined)
      return refuse({ code: 'wrong_state', id: wrong.id, state: wrong.resolution });
    const resolving = named.filter(({ resolution }) => mayResolve(resolution, state)).map(({ id }) => id);
    if (resolving.length > 0)
      await this.resolutions.add(tx, filter.runId, resolving, { state, reason, by, at: this.clock.now() });
    return ok({ resolved: resolving.length, passedOver: named.length - resolving.length });
  }
}
