import type { Instant } from '../../kernel';
import type { UsageRecord } from '../../usage';
import type { AccountState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import type { Correction } from '../correction/rated-record';
import type { ChargeDecision } from '../decision';
import type { Months } from '../draft';
import type { StatedGrant } from '../stated-grant';
import type { ChargePlan } from '../plan-charge';
import type { SubscriptionAction } from '../subscription/subscription-change';

/** Who an account is; everything else follows from what happened to it. */
export type AccountFacts = Pick<AccountState, 'id' | 'code' | 'zone' | 'anchorDay'>;

/** What took a number of the account's sequence. */
export type AccountEvent = { readonly sequence: number } & (
  | {
      readonly kind: 'order';
      readonly planVersionId: number;
      readonly startsAt: Instant;
      readonly channel: string | null;
      /** Of what was taken on from elsewhere. */
      readonly anchorDay?: number;
    }
  /** What falls due by itself: the next cycle of a subscription. */
  | { readonly kind: 'cycle' }
  | { readonly kind: 'record'; readonly record: UsageRecord }
  | { readonly kind: 'expiry'; readonly grantNumber: number }
  /** A grant that no plan's cycle makes: its terms are its own. */
  | ({ readonly kind: 'granted' } & StatedGrant)
  /** Tokens that went out of a grant to another account. */
  | {
      readonly kind: 'given';
      readonly grantNumber: number;
      readonly milliTokens: bigint;
      readonly now: Instant;
    }
  /** What was done to a subscription after its order; what takes over from it has the next number. */
  | {
      readonly kind: 'subscription';
      readonly subscriptionId: number;
      readonly action: SubscriptionAction;
      readonly now: Instant;
    }
  /** An entry that corrects a record: a write has either corrections or nothing else. */
  | { readonly kind: 'reversal' | 're_rating'; readonly recordSequence: number }
);

/** What the account did in one write, in the order of its sequence, and what that write knew besides. */
export interface AccountWriteLog {
  readonly catalogue: ChargingCatalogue;
  readonly months: Months;
  readonly events: readonly AccountEvent[];
  /** Of a write that corrects records. */
  readonly correction?: CorrectionLog;
}

export interface CorrectionLog {
  /** The instant that the correction was made at. */
  readonly now: Instant;
  /** The records, by their instants, that a re-rating looked at: half-open. */
  readonly reRated?: { readonly from: Instant; readonly until: Instant };
}

/** With the entries of a write that corrected records. */
export interface ReplayedWrite extends ChargeDecision {
  readonly corrections: readonly Correction[];
  /** Of a re-rating: how many records came out differently, and how many the catalogue refused. */
  readonly reRated?: { readonly changed: number; readonly kept: number };
}

/** Where what is stored cannot have come about. */
export interface ReplayFault {
  readonly sequence: number;
  readonly detail: string;
}

/** Told of each record before it is booked, while the account is still as the record found it. */
export type RecordWatch = (account: AccountState, record: UsageRecord, plan: ChargePlan) => void;
