import type { Plan, Version } from '../catalogue';
import type { DrawableGrant } from '../entitlement';
import type { Instant, PicoYuan } from '../kernel';

/** A grant while a batch is decided; what changes is written back once. */
export interface GrantState extends DrawableGrant {
  /** The account's sequence number that issued it. */
  readonly number: number;
  readonly plan: Version<Plan>;
  readonly subscriptionId: number;
  readonly cycle: number;
  readonly channel: string | null;
  readonly coefficientVersionId: number | null;
  readonly quantityMilli: bigint;
  readonly priceGross: PicoYuan;
  readonly priceNet: PicoYuan;
  drawnMilli: bigint;
  /** Booked as expired; a record from before the expiry draws it back. */
  expiredMilli: bigint;
  isNew: boolean;
  isChanged: boolean;
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
   * period that is not closed, and when its close is due. Null for plans that do not renew, and when all is done.
   */
  nextCycle: number;
  nextCycleAt: Instant | null;
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
