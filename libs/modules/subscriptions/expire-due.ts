import { Injectable } from '@nestjs/common';
import { expireDue } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { GrantsStore } from '@ciyuan/modules/entitlement';
import type { Progress } from '@ciyuan/platform/jobs';
import { ChangeDueAccounts } from './change-due-accounts';

/**
 * Books the expiries whose lateness window is over at `now`: what is left becomes breakage. Safe to run again.
 * Returns how many grants expired.
 */
@Injectable()
export class ExpireDue {
  constructor(
    private readonly grants: GrantsStore,
    private readonly changeDueAccounts: ChangeDueAccounts,
  ) {}

  run(now: Instant, onProgress?: Progress): Promise<number> {
    return this.changeDueAccounts.run({
      onProgress,
      kind: 'expiry',
      due: (tx, after, limit) => this.grants.accountsWithLapsed(tx, now, after, limit),
      from: now,
      until: now,
      expiredToo: true,
      decide: (accounts, months, catalogue) => expireDue(accounts.values(), now, catalogue, months),
      count: (decision) => decision.movements.length,
    });
  }
}
