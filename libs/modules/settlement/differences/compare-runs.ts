import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { compareSettlements, type SettlementDifference } from '@ciyuan/core/settlement';
import { Database } from '@ciyuan/platform/database';
import type { RunKind, SettlementRun } from '../settlement-run';
import { SettlementRunsStore } from '../settlement-runs.store';
import { SettledLinesStore } from './settled-lines.store';

export interface RunsToCompare {
  readonly runId: number;
  /** Of the other run; the version before where nothing is said. */
  readonly version?: number | undefined;
  /** Of the other run; the run's own where nothing is said. */
  readonly kind?: RunKind | undefined;
}

export interface ComparedRuns {
  readonly before: SettlementRun;
  readonly after: SettlementRun;
  readonly planCodes: ReadonlyMap<number, string>;
  /** Statement by statement, by party and currency; no more than the two statements at hand are kept. */
  readonly parts: AsyncIterable<SettlementDifference>;
}

export type ComparisonRefusal =
  | { readonly code: 'not_found' }
  | { readonly code: 'unknown_version'; readonly kind: RunKind; readonly version: number };

/** What changed from another version of a month to this one. Figures of runs never change, so they are read in turn. */
@Injectable()
export class CompareRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly lines: SettledLinesStore,
  ) {}

  run({ runId, ...other }: RunsToCompare): Promise<Result<ComparedRuns, ComparisonRefusal>> {
    return this.database.transaction(async (tx) => {
      const after = await this.runs.byId(tx, runId);
      if (after === undefined) return refuse({ code: 'not_found' });
      const { kind = after.kind, version = after.version - 1 } = other;
      const before = await this.runs.byVersion(tx, after.month, kind, version);
      if (before === undefined) return refuse({ code: 'unknown_version', kind, version });
      const planCodes = await this.lines.planCodes(tx);
      return ok({ before, after, planCodes, parts: this.parts(before, after) });
    });
  }

  private async *parts(before: SettlementRun, after: SettlementRun): AsyncGenerator<SettlementDifference> {
    const parties = await this.database.transaction((tx) => this.lines.parties(tx, [before.id, after.id]));
    for (const one of parties) {
      yield await this.database.transaction(async (tx) =>
        compareSettlements(
          await this.lines.ofStatement(tx, { ...one, runId: before.id }),
          await this.lines.ofStatement(tx, { ...one, runId: after.id }),
        ),
      );
    }
  }
}
