import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { MatchReconciliation } from '@ciyuan/modules/reconciliation';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { z } from 'zod';

export const RECONCILIATION = 'reconciliation';

const requestSchema = z.strictObject({ reconciliationId: z.int().min(1) });
type MatchRequest = z.infer<typeof requestSchema>;

/** Compares a partner's file with our own figures; a file that has been compared, or was found faulty, stays so. */
@Injectable()
export class ReconciliationJob implements JobKind<MatchRequest> {
  readonly kind = RECONCILIATION;
  readonly parameters = requestSchema;

  constructor(private readonly matchReconciliation: MatchReconciliation) {}

  async run(
    { reconciliationId }: MatchRequest,
    { progress }: JobContext,
  ): Promise<Result<object, JobRefusal>> {
    const found = await this.matchReconciliation.run(reconciliationId, progress);
    if (found === undefined)
      return refuse({ code: 'unknown_reconciliation', detail: 'There is no file of this id.' });
    const { state, rows, faults } = found;
    return ok({ reconciliationId, state, rows, faults: faults?.length ?? 0 });
  }
}
