import type { Plan, Version } from '../catalogue';
import type { DrawableGrant } from '../entitlement';
import type { Instant, PicoYuan } from '../kernel';

export const GRANT_ORIGINS = ['sold', 'rolled_over', 'received', 'stated', 'plan_change', 'renewal'] as const;
/**
 * How a grant came about: `sold` by its plan, now or with a cycle; out of another grant, `rolled_over` into the next
 * period or `received` from another account; `stated` by whoever brought it along from elsewhere; or with a change of
 * the subscription or a `renewal` on other terms.
 */
export type GrantOrigin = (typeof GRANT_ORIGINS)[number];

/** A grant of any account. */
export interface GrantPlace {
  readonly accountId: number;
  readonly number: number;
}

/** A grant while a batch is decided; what changes is written back once. */
export interface GrantState extends DrawableGrant {
  /** The account's sequence number that issued it. */
  readonly number: number;
  readonly plan: Version<Plan>;
  /** Null of what another account gave: nobody here took up its plan. */
  readonly subscriptionId: number | null;
  readonly cycle: number;
  readonly channel: string | null;
  readonly coefficientVersionId: number | null;
  readonly quantityMilli: bigint;
  readonly priceGross: PicoYuan;
  readonly priceNet: PicoYuan;
  /** Of a new grant that is sold in a bundle: what else the price was of. */
  readonly fees?: readonly GrantFee[];
  readonly origin: GrantOrigin;
  /** The grant that it came out of. */
  readonly from: GrantPlace | null;
  drawnMilli: bigint;
  /** Left to other grants, rolled over or given, with the part of the price that went along. */
  releasedMilli: bigint;
  releasedGross: PicoYuan;
  releasedNet: PicoYuan;
  /** Booked as expired; a record from before the expiry draws it back. */
  expiredMilli: bigint;
  isNew: boolean;
  isChanged: boolean;
}

/** A product's part of a bundle's price; each line has its own VAT, fixed to the fen. */
export interface GrantFee {
  /** By its code in the bundle. */
  readonly part: string;
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
}

/** Prices held for a subscription: records from `asOf` on and before `until` are priced as at `asOf`. */
export interface PricePin {
  /** The number of the account's sequence that set it. */
  readonly sequence: number;
  readonly asOf: Instant;
  /** Exclusive; null as long as the subscription runs. */
  readonly until: Instant | null;
}

export interface SubscriptionState {
  readonly id: number;
  readonly plan: Version<Plan>;
  readonly channel: string | null;
  readonly startsAt: Instant;
  /** Exclusive; null runs on. */
  endsAt: Instant | null;
  readonly anchorDay: number;
  /**
   * The first cycle that has no grant yet, and where it begins; of a commitment that is settled afterwards the first
   * period that is not closed, and when its close is due; of a pack the latest cycle that is granted. Null for plans
   * that do not renew by themselves, and when all is done.
   */
  nextCycle: number;
  nextCycleAt: Instant | null;
  /** While it is set no further cycle is granted. */
  suspendedAt: Instant | null;
  /** The subscription that this one takes over from, by a change of plan. */
  readonly follows: number | null;
  /** Of a base tariff, in the order in which they were set. */
  pricePins: readonly PricePin[];
  readonly isNew: boolean;
  isChanged: boolean;
}

/** Everything that charging an account reads and changes, loaded under the account's lock. */
export interface AccountState {
  readonly id: number;
  readonly code: string;
  readonly zone: string;
  readonly anchorDay: number;
  /** The next free number of the account's one sequence. */
  nextSequence: number;
  readonly subscriptions: SubscriptionState[];
  /** In burn order. */
  readonly grants: GrantState[];
  /** Cumulative quantities of tier components, and what each period of a commitment consumed, by key. */
  readonly counters: Map<string, bigint>;
  readonly changedCounters: Set<string>;
}
