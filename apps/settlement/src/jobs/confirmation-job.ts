import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { ConfirmUnanswered } from '@ciyuan/modules/settlement';
import { Clock } from '@ciyuan/platform/clock';
import type { JobContext, JobKind } from '@ciyuan/platform/jobs';
import { z } from 'zod';

const nothing = z.strictObject({});

/** Confirms statements that nobody answered when it is worked on, whenever it was asked for. */
@Injectable()
export class ConfirmationJob implements JobKind<object> {
  readonly kind = 'confirmation';
  readonly parameters = nothing;

  constructor(
    private readonly confirmUnanswered: ConfirmUnanswered,
    private readonly clock: Clock,
  ) {}

  async run(_parameters: object, { progress }: JobContext): Promise<Result<object, never>> {
    return ok({ confirmedStatements: await this.confirmUnanswered.run(this.clock.now(), progress) });
  }
}
