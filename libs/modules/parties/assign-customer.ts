import { Injectable } from '@nestjs/common';
import type { Account } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import { AccountChangesStore } from './account-changes.store';
import { AccountsStore } from './accounts.store';
import { CustomersStore } from './customers.store';

export interface Assignment {
  readonly account: string;
  readonly customer: string;
}

export interface AssignmentRefusal {
  readonly code: 'unknown_account' | 'unknown_customer' | 'account_closed' | 'another_customer';
  readonly detail: string;
}

/** Says whose an account is that was opened without a customer. Once said it stands: orders have gone by it. */
@Injectable()
export class AssignCustomer {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly customers: CustomersStore,
    private readonly changes: AccountChangesStore,
  ) {}

  run({ account: code, customer }: Assignment): Promise<Result<Account, AssignmentRefusal>> {
    return this.database.retrying(async (tx) => {
      await this.changes.lock(tx, code);
      const account = await this.accounts.byCode(tx, code);
      if (account === undefined) return refuse({ code: 'unknown_account', detail: code });
      if (account.customer === customer) return ok(account);
      if (account.customer !== null) return refuse({ code: 'another_customer', detail: account.customer });
      if (account.status === 'closed') return refuse({ code: 'account_closed', detail: code });
      if ((await this.customers.byCode(tx, customer)) === undefined)
        return refuse({ code: 'unknown_customer', detail: customer });
      await this.changes.setCustomer(tx, account.id, customer);
      return ok({ ...account, customer });
    });
  }
}
