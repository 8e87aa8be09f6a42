import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from '../bill-runs.store';
import { TryChange } from '../try-change';
import type { AccountCollection, CollectionMethod, CollectionRefusal } from './account-collection';
import { CollectionsStore } from './collections.store';

export interface CollectionToSet {
  readonly account: string;
  readonly method: CollectionMethod;
  readonly billingId: string | null;
  readonly phoneNumber: string | null;
  /** Now where nothing is said; never before. */
  readonly effectiveFrom?: Instant | undefined;
  readonly by: string;
}

/** Says how an account pays what becomes final from an instant on. */
@Injectable()
export class SetCollection {
  constructor(
    private readonly tryChange: TryChange,
    private readonly runs: BillRunsStore,
    private readonly accounts: AccountsStore,
    private readonly collections: CollectionsStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: CollectionToSet): Promise<Result<AccountCollection, CollectionRefusal>> {
    return this.tryChange.run(false, (tx) => this.set(tx, wanted));
  }

  private async set(
    tx: Tx,
    { by, effectiveFrom: asked, ...wanted }: CollectionToSet,
  ): Promise<Result<AccountCollection, CollectionRefusal>> {
    await this.runs.lock(tx);
    const now = this.clock.now();
    const account = await this.accounts.byCode(tx, wanted.account);
    if (account === undefined) return refuse({ code: 'unknown_account' });
    if (wanted.method === 'phone_bill' && wanted.billingId === null)
      return refuse({ code: 'billing_id_needed' });
    if (wanted.method === 'invoice' && wanted.billingId !== null) return refuse({ code: 'no_billing_id' });
    const effectiveFrom = asked ?? now;
    if (effectiveFrom < now) return refuse({ code: 'in_hindsight' });
    const known = await this.collections.ofAccount(tx, account.id);
    const last = known.at(-1);
    if (last !== undefined && effectiveFrom < last.effectiveFrom)
      return refuse({ code: 'before_another', effectiveFrom: last.effectiveFrom });
    const collection = { ...wanted, number: known.length + 1, effectiveFrom, setAt: now, setBy: by };
    await this.collections.add(tx, account.id, collection);
    return ok(collection);
  }
}
