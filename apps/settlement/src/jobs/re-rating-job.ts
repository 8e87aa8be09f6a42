import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { ReRatePart } from '@ciyuan/modules/settlement';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { z } from 'zod';
import { refusedRun } from '../runs/refused-run';
import { newRunSchema } from '../runs/runs.dto';

const accountId = z.int().min(0);

export const reRatingSchema = z.strictObject({
  month: newRunSchema.shape.month,
  /** Accounts by their ids: behind the first, up to the last. */
  after: accountId,
  through: accountId,
  /** How many of them there were with voids when it was asked for. */
  accounts: z.int().min(1),
});
export type ReRatingRequest = z.infer<typeof reRatingSchema>;

/** Rates accounts with voids anew before their month is settled; begun again it finds those that are left. */
@Injectable()
export class ReRatingJob implements JobKind<ReRatingRequest> {
  readonly kind = 're_rating';
  readonly parameters = reRatingSchema;

  constructor(private readonly reRatePart: ReRatePart) {}

  async run(
    { month, after, through, accounts }: ReRatingRequest,
    { requestedBy, progress }: JobContext,
  ): Promise<Result<object, JobRefusal>> {
    // What was void by then is known; more may be by now.
    const onProgress = (done: number): Promise<void> => progress(Math.min(done, accounts), accounts);
    await onProgress(0);
    const asked = { month, by: requestedBy, accounts: { after, through }, onProgress };
    const reRated = await this.reRatePart.run(asked);
    if (!reRated.ok) return refuse(refusedRun(reRated.refusal));
    await onProgress(accounts);
    return ok(reRated.value);
  }
}
