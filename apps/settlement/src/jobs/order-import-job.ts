import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { TakeImportedOrders } from '@ciyuan/modules/subscriptions';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { z } from 'zod';

export const ORDER_IMPORT = 'order_import';

const importSchema = z.strictObject({ importId: z.int().min(1) });
type ImportRequest = z.infer<typeof importSchema>;

/** Orders what a file asks for, line by line; a line that was ordered is not ordered again. */
@Injectable()
export class OrderImportJob implements JobKind<ImportRequest> {
  readonly kind = ORDER_IMPORT;
  readonly parameters = importSchema;

  constructor(private readonly takeImportedOrders: TakeImportedOrders) {}

  async run({ importId }: ImportRequest, { progress }: JobContext): Promise<Result<object, JobRefusal>> {
    const done = await this.takeImportedOrders.run(importId, progress);
    if (done === undefined)
      return refuse({ code: 'unknown_import', detail: 'There is no import of this id.' });
    return ok({ importId, ...done.counts });
  }
}
