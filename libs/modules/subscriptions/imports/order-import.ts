import type { Instant } from '@ciyuan/core/kernel';
import type { PlacedOrder } from './order-file';

export const ORDER_OUTCOMES = ['taken', 'would_be_taken', 'known', 'refused'] as const;
export type OrderOutcomeName = (typeof ORDER_OUTCOMES)[number];

/** A file of orders that was accepted. */
export interface OrderImport {
  readonly id: number;
  readonly digest: string;
  /** Every order is executed and taken back; nothing of it stays. */
  readonly preview: boolean;
  readonly rows: number;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

/** What became of an order of a file. `known`: it was taken before, by the same words; this is its subscription. */
export type OrderOutcome =
  | { readonly outcome: 'taken' | 'known'; readonly accountId: number; readonly subscriptionId: number }
  | { readonly outcome: 'would_be_taken' }
  | { readonly outcome: 'refused'; readonly code: string; readonly detail: string };

export interface ImportedOrder extends PlacedOrder {
  readonly importId: number;
  /** Undefined while nobody has looked at it. */
  readonly decided: OrderOutcome | undefined;
}

/** How many rows came to what; `open` are those that nobody has looked at yet. */
export type OrderCounts = Readonly<Record<OrderOutcomeName | 'open', number>>;
