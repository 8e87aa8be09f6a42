import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { RenewDue } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';
import type { JobContext, JobKind } from '@ciyuan/platform/jobs';
import { z } from 'zod';

const nothing = z.strictObject({});

/** Issues what cycles have begun when it is worked on, whenever it was asked for. */
@Injectable()
export class RenewalJob implements JobKind<object> {
  readonly kind = 'renewal';
  readonly parameters = nothing;

  constructor(
    private readonly renewDue: RenewDue,
    private readonly clock: Clock,
  ) {}

  async run(_parameters: object, { progress }: JobContext): Promise<Result<object, never>> {
    return ok({ renewedGrants: await this.renewDue.run(this.clock.now(), progress) });
  }
}
