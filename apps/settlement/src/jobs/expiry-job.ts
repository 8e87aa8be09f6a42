import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { ExpireDue } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';
import type { JobContext, JobKind } from '@ciyuan/platform/jobs';
import { z } from 'zod';

const nothing = z.strictObject({});

/** Books what has lapsed when it is worked on, whenever it was asked for. */
@Injectable()
export class ExpiryJob implements JobKind<object> {
  readonly kind = 'expiry';
  readonly parameters = nothing;

  constructor(
    private readonly expireDue: ExpireDue,
    private readonly clock: Clock,
  ) {}

  async run(_parameters: object, { progress }: JobContext): Promise<Result<object, never>> {
    return ok({ expiredGrants: await this.expireDue.run(this.clock.now(), progress) });
  }
}
