import type { GrantState } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export interface PlanOrder {
  readonly account: string;
  readonly plan: string;
  readonly startsAt: Instant;
  /** The channel that sold it; absent for the operator's own shop. */
  readonly channel?: string;
  /** Says what it would come to, and takes up nothing. */
  readonly preview?: boolean;
}

/** What an order grants at once, or ahead of its start. */
export interface OrderedGrant {
  readonly quantityMilli: bigint;
  /** Pico-yuan with VAT. */
  readonly priceGross: bigint;
  readonly effectiveAt: Instant;
  readonly expiresAt: Instant | null;
  /** What the products of its bundle are charged beside it: pico-yuan with VAT. */
  readonly fees: readonly { readonly part: string; readonly priceGross: bigint }[];
}

export const orderedGrant = ({
  quantityMilli,
  priceGross,
  effectiveAt,
  expiresAt,
  fees = [],
}: GrantState): OrderedGrant => ({
  quantityMilli,
  priceGross,
  effectiveAt,
  expiresAt,
  fees: fees.map(({ part, gross }) => ({ part, priceGross: gross })),
});

export interface OrderTaken {
  readonly subscriptionId: number;
  readonly planVersionId: number;
  readonly grants: readonly OrderedGrant[];
  /** False of a preview. */
  readonly applied: boolean;
}

/** Writes down in an order's own transaction that it was taken. Throwing takes it back. */
export type OrderWitness = (
  tx: Tx,
  taken: { readonly accountId: number; readonly subscriptionId: number; readonly bookedAt: Instant },
) => Promise<void>;
