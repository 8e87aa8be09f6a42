import { Injectable } from '@nestjs/common';
import {
  commitmentSpan,
  type AccountState,
  type ChargeDecision,
  type ChargingCatalogue,
  type Months,
} from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { AssignMonths, type BookedSpan, type WriteKind } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { BookWrite } from './book-write';
import { LoadAccounts } from './load-accounts';
import { SaveAccounts } from './save-accounts';

export interface AccountsChange<D extends ChargeDecision> {
  readonly kind: WriteKind;
  /** How many sequence numbers each account is expected to use. */
  readonly takes: ReadonlyMap<number, number>;
  /** The instants that the change looks at, both inclusive. */
  readonly from: Instant;
  readonly until: Instant;
  /** Whether grants that expired before `from` are looked at too. */
  readonly expiredToo?: boolean;
  readonly decide: (
    accounts: ReadonlyMap<number, AccountState>,
    months: Months,
    catalogue: ChargingCatalogue,
    /** The instant of the write, which is stored with it. */
    now: Instant,
  ) => D;
}

export interface ChangedAccounts<D extends ChargeDecision> {
  readonly batchId: number;
  /** When it was written. */
  readonly bookedAt: Instant;
  readonly decision: D;
}

/**
 * The one way an account's entitlement changes: lock and load, decide, write grants, counters, journals and roll-up
 * deltas. The caller owns the transaction, and writes what is its own beside it.
 */
@Injectable()
export class ChangeAccounts {
  constructor(
    private readonly loadAccounts: LoadAccounts,
    private readonly assignMonths: AssignMonths,
    private readonly bookWrite: BookWrite,
    private readonly saveAccounts: SaveAccounts,
    private readonly clock: Clock,
  ) {}

  async run<D extends ChargeDecision>(tx: Tx, change: AccountsChange<D>): Promise<ChangedAccounts<D>> {
    const { accounts, catalogue } = await this.loadAccounts.run(tx, change);
    const sequences = new Map<number, number>();
    for (const [id, account] of accounts)
      sequences.set(id, account.nextSequence + (change.takes.get(id) ?? 0));
    const months = await this.assignMonths.run(tx, spanOf(change, accounts.values()));
    const bookedAt = this.clock.now();
    const decision = change.decide(accounts, months, catalogue, bookedAt);
    const write = { kind: change.kind, epoch: catalogue.epoch, lateMonths: months.late, bookedAt };
    const batchId = await this.bookWrite.run(tx, decision, write);
    await this.saveAccounts.run(tx, { batchId, accounts, sequences, decision, bookedAt });
    return { batchId, bookedAt, decision };
  }
}

/** Every month that the change may book to: of its instants, of what is due, of expiries and closes on either side. */
function spanOf(
  change: Pick<AccountsChange<ChargeDecision>, 'from' | 'until'>,
  accounts: Iterable<AccountState>,
): BookedSpan {
  let { from, until } = change;
  for (const account of accounts) {
    for (const { nextCycleAt, suspendedAt } of account.subscriptions) {
      if (nextCycleAt !== null && suspendedAt === null && nextCycleAt <= until)
        from = Math.min(from, nextCycleAt);
    }
    const closes = commitmentSpan(account, change.from, change.until);
    if (closes !== undefined) {
      from = Math.min(from, closes.from);
      until = Math.max(until, closes.until);
    }
    for (const { expiresAt, expiredMilli } of account.grants) {
      if (expiresAt === null) continue;
      if (expiresAt <= until) from = Math.min(from, expiresAt - 1);
      if (expiredMilli > 0n) until = Math.max(until, expiresAt);
    }
  }
  return { from, until };
}
