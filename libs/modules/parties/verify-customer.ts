import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { CustomersStore } from './customers.store';

export interface Verification {
  readonly code: string;
  /** When the identity was found to be true: not later than now. */
  readonly verifiedAt: Instant;
  readonly by: string;
}

export interface VerificationRefusal {
  readonly code: 'unknown_customer' | 'not_yet';
  readonly detail: string;
}

/** Notes that a customer is who it says. The first finding stands; saying it again changes nothing. */
@Injectable()
export class VerifyCustomer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomersStore,
  ) {}

  async run({ code, verifiedAt, by }: Verification): Promise<Result<Customer, VerificationRefusal>> {
    if (verifiedAt > this.clock.now()) return refuse({ code: 'not_yet', detail: 'this instant is to come' });
    return this.database.retrying(async (tx) => {
      await this.customers.verify(tx, code, verifiedAt, by);
      const customer = await this.customers.byCode(tx, code);
      return customer === undefined ? refuse({ code: 'unknown_customer', detail: code }) : ok(customer);
    });
  }
}
