import { Injectable } from '@nestjs/common';
import { refuse, type Result } from '@ciyuan/core/kernel';
import { TryChange } from '../try-change';
import type { Actor, AdjustmentDetails } from './account-adjustment';
import type { SignatureRefusal, WithdrawalRefusal } from './adjustment-refusal';
import { LockAdjustment, type AdjustmentToLock } from './lock-adjustment';
import { TakeSignature } from './take-signature';

export interface AdjustmentToWithdraw extends AdjustmentToLock, Actor {
  readonly note: string | null;
}

/** Whoever asked thinks better of it. */
@Injectable()
export class WithdrawAdjustment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly lockAdjustment: LockAdjustment,
    private readonly takeSignature: TakeSignature,
  ) {}

  run({
    by,
    role,
    note,
    ...wanted
  }: AdjustmentToWithdraw): Promise<Result<AdjustmentDetails, WithdrawalRefusal | SignatureRefusal>> {
    return this.tryChange.run(
      false,
      async (tx, at): Promise<Result<AdjustmentDetails, WithdrawalRefusal | SignatureRefusal>> => {
        const locked = await this.lockAdjustment.run(tx, wanted);
        if (!locked.ok) return locked;
        if (locked.value.requestedBy !== by) return refuse({ code: 'not_the_requester' });
        return this.takeSignature.run(tx, locked.value, { kind: 'withdrawn', at, by, role, note });
      },
    );
  }
}
