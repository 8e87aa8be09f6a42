import { Injectable } from '@nestjs/common';
import { refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { TryChange } from '../try-change';
import type { Actor, AdjustmentDetails } from './account-adjustment';
import { AdjustmentEventsStore } from './adjustment-events.store';
import type { SignatureRefusal } from './adjustment-refusal';
import { FindLimits } from './find-limits';
import { LockAdjustment, type AdjustmentToLock } from './lock-adjustment';
import { TakeSignature } from './take-signature';

export interface AdjustmentToApprove extends AdjustmentToLock, Actor {
  readonly note: string | null;
  readonly preview: boolean;
}

/** Another person signs, by the limits that were in force when it was asked for; the last signature posts it. */
@Injectable()
export class ApproveAdjustment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly lockAdjustment: LockAdjustment,
    private readonly findLimits: FindLimits,
    private readonly events: AdjustmentEventsStore,
    private readonly takeSignature: TakeSignature,
  ) {}

  run(wanted: AdjustmentToApprove): Promise<Result<AdjustmentDetails, SignatureRefusal>> {
    return this.tryChange.run(wanted.preview, (tx, at) => this.approve(tx, wanted, at));
  }

  private async approve(
    tx: Tx,
    wanted: AdjustmentToApprove,
    at: Instant,
  ): Promise<Result<AdjustmentDetails, SignatureRefusal>> {
    const locked = await this.lockAdjustment.run(tx, wanted);
    if (!locked.ok) return locked;
    const { by, role, note } = wanted;
    const { limitsVersionId: versionId } = locked.value;
    const { roles } = await this.findLimits.run(tx, locked.value, { versionId });
    if (!(roles as readonly string[]).includes(role)) return refuse({ code: 'approver_not_allowed' });
    const told = await this.events.ofAdjustment(tx, locked.value);
    if (told.some((event) => event.by === by)) return refuse({ code: 'another_person_needed' });
    return this.takeSignature.run(tx, locked.value, { kind: 'approved', at, by, role, note });
  }
}
