import { Injectable } from '@nestjs/common';
import { isDecided } from '@ciyuan/core/settlement';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { Dispute } from './dispute';
import type { LineWithdrawalRefusal } from './dispute-refusal';
import { EndDispute } from './end-dispute';
import { LockDisputeLine, type LineToLock } from './lock-dispute-line';

export interface LineToWithdraw extends LineToLock {
  readonly by: string;
  readonly reason: string;
}

/** The party no longer disputes a line, whatever was proposed for it; or somebody says so in its name. */
@Injectable()
export class WithdrawDisputeLine {
  constructor(
    private readonly database: Database,
    private readonly lockDisputeLine: LockDisputeLine,
    private readonly endDispute: EndDispute,
    private readonly clock: Clock,
  ) {}

  run(wanted: LineToWithdraw): Promise<Result<Dispute, LineWithdrawalRefusal>> {
    return this.database.retrying((tx) => this.withdraw(tx, wanted));
  }

  private async withdraw(
    tx: Tx,
    { by, reason, ...wanted }: LineToWithdraw,
  ): Promise<Result<Dispute, LineWithdrawalRefusal>> {
    const locked = await this.lockDisputeLine.run(tx, wanted);
    if (!locked.ok) return locked;
    const { state, events } = locked.value.line;
    if (isDecided(state)) return refuse({ code: 'wrong_line_state', state });
    const told = { reason, at: this.clock.now(), by, grantedFen: null, proposedBy: null };
    const event = { number: events.length + 1, step: 'withdrawn', ...told } as const;
    return ok(await this.endDispute.run(tx, locked.value, event));
  }
}
