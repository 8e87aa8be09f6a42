import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from './bill-runs.store';
import { BillingProfilesStore, type BillingProfile } from './billing-profiles.store';
import type { ProfileRefusal } from './billing-refusals';

export type ProfileToSet = Omit<BillingProfile, 'number' | 'changedAt' | 'changedBy'> & {
  readonly by: string;
};

/** Says how a customer is billed from the next run on; final documents keep the buyer that they were made out to. */
@Injectable()
export class SetBillingProfile {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly profiles: BillingProfilesStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: ProfileToSet): Promise<Result<BillingProfile, ProfileRefusal>> {
    return this.database.retrying((tx) => this.set(tx, wanted));
  }

  private async set(
    tx: Tx,
    { by, ...wanted }: ProfileToSet,
  ): Promise<Result<BillingProfile, ProfileRefusal>> {
    if (!(await this.profiles.isCustomer(tx, wanted.customer))) return refuse({ code: 'unknown_customer' });
    if (wanted.fapiaoKind === 'special' && !isComplete(wanted)) return refuse({ code: 'buyer_incomplete' });
    await this.runs.lock(tx);
    const number = await this.profiles.nextNumber(tx, wanted.customer);
    const profile = { ...wanted, number, changedAt: this.clock.now(), changedBy: by };
    await this.profiles.add(tx, profile);
    return ok(profile);
  }
}

const isComplete = ({
  taxpayerId,
  registeredAddress,
  phone,
  bankName,
  bankAccount,
}: Omit<ProfileToSet, 'by'>) =>
  [taxpayerId, registeredAddress, phone, bankName, bankAccount].every((one) => one !== null);
