import { Injectable } from '@nestjs/common';
import type { Json } from '@ciyuan/core/usage';
import { UsagePartitions } from '@ciyuan/modules/usage';
import { Database, isDataError, sqlState, unlessRolledBack } from '@ciyuan/platform/database';
import { readUsage, type ReportingWindow } from './read-usage';
import { ReplaceRecord, type RecordToReplace } from './replace-record';
import { ReportingWindows } from './reporting-windows';
import type { Corrector, ReplacementOutcome, UsageToVoid } from './void-outcome';

export interface UsageReplacement extends UsageToVoid {
  /** As it should have been reported, under an id that nothing was reported under: an identity is for ever. */
  readonly record: Json;
}

export interface UsageReplacements extends Corrector {
  readonly items: readonly UsageReplacement[];
}

/**
 * Voids reported records and charges others in their place, each pair in one transaction: where the new record is
 * refused, or known, or the old one cannot be voided, nothing happens. One outcome for each item, in order.
 */
@Injectable()
export class ReplaceUsage {
  constructor(
    private readonly database: Database,
    private readonly windows: ReportingWindows,
    private readonly partitions: UsagePartitions,
    private readonly replaceRecord: ReplaceRecord,
  ) {}

  async run({ items, ...corrector }: UsageReplacements): Promise<ReplacementOutcome[]> {
    const window = corrector.asStaff ? this.windows.ofStaff() : await this.windows.of(corrector.partner);
    const outcomes: ReplacementOutcome[] = [];
    for (const item of items) outcomes.push(await this.replace(item, corrector, window));
    return outcomes;
  }

  private async replace(
    { record, ...item }: UsageReplacement,
    { partner, by }: Corrector,
    window: ReportingWindow | undefined,
  ): Promise<ReplacementOutcome> {
    const read = readUsage(partner, record, window);
    if (!read.ok) {
      const { field, message } = read.refusal;
      return { status: 'refused', field: `record.${field}`, message };
    }
    await this.partitions.ensure([read.value.record.at]);
    try {
      return await this.attempt({ partner, by, items: [item], window, usage: read.value });
    } catch (error) {
      if (!isDataError(error)) throw error;
      return { status: 'refused', field: 'record', message: `cannot be stored: SQLSTATE ${sqlState(error)}` };
    }
  }

  private attempt(request: RecordToReplace): Promise<ReplacementOutcome> {
    return unlessRolledBack<ReplacementOutcome>((rollBack) =>
      this.database.retrying(async (tx) => {
        const outcome = await this.replaceRecord.run(tx, request);
        return outcome.status === 'replaced' ? outcome : rollBack(outcome);
      }),
    );
  }
}
