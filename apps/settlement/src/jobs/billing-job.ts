import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { CalculateBillRun, FinaliseBillRun, type BillRun } from '@ciyuan/modules/billing';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { z } from 'zod';
import { refusedBilling } from '../bills/refused-billing';

export const BILLING = 'billing';
export const BILLING_STEPS = ['calculate', 'finalise'] as const;

const billingSchema = z.strictObject({ runId: z.int().min(1), step: z.enum(BILLING_STEPS) });
type BillingRequest = z.infer<typeof billingSchema>;

/** Calculates a bill run, or makes it final; begun again it goes on behind the chunks that were done. */
@Injectable()
export class BillingJob implements JobKind<BillingRequest> {
  readonly kind = BILLING;
  readonly parameters = billingSchema;

  constructor(
    private readonly calculateBillRun: CalculateBillRun,
    private readonly finaliseBillRun: FinaliseBillRun,
  ) {}

  async run(
    { runId, step }: BillingRequest,
    { requestedBy, progress }: JobContext,
  ): Promise<Result<object, JobRefusal>> {
    const done =
      step === 'calculate'
        ? await this.calculateBillRun.run(runId, progress)
        : await this.finaliseBillRun.run({ runId, by: requestedBy }, progress);
    return done.ok ? ok(resultOf(done.value)) : refuse(refusedBilling(done.refusal));
  }
}

const resultOf = ({ id, state, inputDigest }: BillRun) => ({ billRun: id, state, inputDigest });
