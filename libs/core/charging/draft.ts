import type { Instant } from '../kernel';
import type { UsageRecord } from '../usage';
import type { GrantState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import type {
  ChargeDecision,
  ChargedRecord,
  CommitmentEntry,
  CostGap,
  FeeCharge,
  GrantMovement,
  SubscriptionLapse,
  Suspension,
  SuspenseReason,
} from './decision';
import type { SubscriptionChange } from './subscription/subscription-change';
import { Tally } from './tally';

/** Months as the operator keeps them, fixed for one write: assigned under the lock that closing takes. */
export interface Months {
  usageMonth(at: Instant): string;
  /** That month while it is open, else the open one. */
  accountingMonth(usageMonth: string): string;
}

/** What one decision gathers while it goes through its records. */
export interface Draft {
  readonly catalogue: ChargingCatalogue;
  readonly months: Months;
  readonly tally: Tally;
  readonly charged: ChargedRecord[];
  readonly suspended: Suspension[];
  readonly newGrants: { accountId: number; grant: GrantState }[];
  readonly movements: GrantMovement[];
  readonly commitmentEntries: CommitmentEntry[];
  readonly subscriptionChanges: SubscriptionChange[];
  readonly fees: FeeCharge[];
  readonly lapses: SubscriptionLapse[];
  readonly costGaps: CostGap[];
}

export function draft(catalogue: ChargingCatalogue, months: Months): Draft {
  return {
    catalogue,
    months,
    tally: new Tally(),
    charged: [],
    suspended: [],
    newGrants: [],
    movements: [],
    commitmentEntries: [],
    subscriptionChanges: [],
    fees: [],
    lapses: [],
    costGaps: [],
  };
}

export function suspend(work: Draft, record: UsageRecord, reason: SuspenseReason, detail: string): void {
  work.suspended.push({ record, reason, detail });
}

export function finish(work: Draft): ChargeDecision {
  const { charged, suspended, newGrants, movements, commitmentEntries, subscriptionChanges } = work;
  const { fees, lapses, costGaps, tally } = work;
  return {
    charged,
    suspended,
    newGrants,
    movements,
    commitmentEntries,
    subscriptionChanges,
    fees,
    lapses,
    costGaps,
    journals: tally.journals(),
    rollups: tally.rollups(),
  };
}
