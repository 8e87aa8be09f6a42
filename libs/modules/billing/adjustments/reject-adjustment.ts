import { Injectable } from '@nestjs/common';
import { refuse, type Result } from '@ciyuan/core/kernel';
import { TryChange } from '../try-change';
import type { Actor, AdjustmentDetails } from './account-adjustment';
import { AdjustmentEventsStore } from './adjustment-events.store';
import type { RejectionRefusal, SignatureRefusal } from './adjustment-refusal';
import { LockAdjustment, type AdjustmentToLock } from './lock-adjustment';
import { TakeSignature } from './take-signature';

export interface AdjustmentToReject extends AdjustmentToLock, Actor {
  readonly reason: string;
}

/** Another person than whoever asked or has signed says no, and why: for good. */
@Injectable()
export class RejectAdjustment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly lockAdjustment: LockAdjustment,
    private readonly events: AdjustmentEventsStore,
    private readonly takeSignature: TakeSignature,
  ) {}

  run({
    by,
    role,
    reason,
    ...wanted
  }: AdjustmentToReject): Promise<Result<AdjustmentDetails, RejectionRefusal | SignatureRefusal>> {
    return this.tryChange.run(
      false,
      async (tx, at): Promise<Result<AdjustmentDetails, RejectionRefusal | SignatureRefusal>> => {
        const locked = await this.lockAdjustment.run(tx, wanted);
        if (!locked.ok) return locked;
        const told = await this.events.ofAdjustment(tx, locked.value);
        if (told.some((event) => event.by === by)) return refuse({ code: 'another_person_needed' });
        return this.takeSignature.run(tx, locked.value, { kind: 'rejected', at, by, role, note: reason });
      },
    );
  }
}
