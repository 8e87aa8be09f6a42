import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { BillingProfilesStore, type BillingProfile } from './billing-profiles.store';

/** How a customer is billed: what was said last. */
@Injectable()
export class FindBillingProfile {
  constructor(
    private readonly database: Database,
    private readonly profiles: BillingProfilesStore,
  ) {}

  /** Null where nothing was said; undefined where nobody is known by the code. */
  run(customer: string): Promise<BillingProfile | null | undefined> {
    return this.database.transaction(async (tx) => {
      if (!(await this.profiles.isCustomer(tx, customer))) return undefined;
      return (await this.profiles.latest(tx, customer)) ?? null;
    });
  }
}
