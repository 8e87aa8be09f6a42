import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { LockAccount } from '../lock-account';
import type { AccountAdjustment, AdjustmentState } from './account-adjustment';
import { AdjustmentsStore } from './adjustments.store';

export interface AdjustmentToLock {
  readonly account: string;
  readonly number: number;
}

type NotOpen =
  | { readonly code: 'not_found' }
  | { readonly code: 'wrong_state'; readonly state: AdjustmentState };

/** Finds an adjustment that is still open, and keeps others from its account until the transaction ends. */
@Injectable()
export class LockAdjustment {
  constructor(
    private readonly lockAccount: LockAccount,
    private readonly adjustments: AdjustmentsStore,
  ) {}

  async run(
    tx: Tx,
    { account: code, number }: AdjustmentToLock,
  ): Promise<Result<AccountAdjustment, NotOpen>> {
    const account = await this.lockAccount.run(tx, code);
    const found =
      account === undefined ? undefined : await this.adjustments.byId(tx, { accountId: account.id, number });
    if (found === undefined) return refuse({ code: 'not_found' });
    const { state } = found;
    return state === 'requested' ? ok(found) : refuse({ code: 'wrong_state', state });
  }
}
