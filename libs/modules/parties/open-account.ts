import { Injectable } from '@nestjs/common';
import type { Account } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { differences, readWith } from '@ciyuan/platform/validation';
import { AccountsStore } from './accounts.store';
import { CustomersStore } from './customers.store';
import type { RegistrationRefusal } from './registration-refusal';
import { newAccountSchema } from './schemas';

/** Opens an account, of a customer that is known where one is named. Opening the same again gives the one that is there. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsStore,
    private readonly customers: CustomersStore,
  ) {}

  async run(candidate: unknown): Promise<Result<Account, RegistrationRefusal>> {
    const read = readWith(newAccountSchema, candidate);
    if (!read.ok) return refuse({ code: 'invalid', faults: read.refusal });
    const { customer } = read.value;
    return this.database.retrying(async (tx) => {
      if (customer !== null && (await this.customers.byCode(tx, customer)) === undefined) {
        const fault = { path: 'customer', code: 'unknown_customer', detail: customer };
        return refuse({ code: 'invalid', faults: [fault] });
      }
      const opened = await this.accounts.open(tx, read.value, this.clock.now());
      if (opened !== undefined) return ok(opened);
      const known = await this.accounts.byCode(tx, read.value.code);
      if (known === undefined) throw new Error(`account ${read.value.code} is neither new nor known`);
      const faults = differences({ ...read.value, id: known.id, status: known.status }, known);
      return faults.length === 0 ? ok(known) : refuse({ code: 'code_taken', faults });
    });
  }
}
