import type { Instant } from '@ciyuan/core/kernel';

export const COLLECTION_METHODS = ['invoice', 'phone_bill'] as const;
export type CollectionMethod = (typeof COLLECTION_METHODS)[number];

/** How an account pays what becomes final from an instant on. */
export interface AccountCollection {
  readonly account: string;
  readonly number: number;
  readonly method: CollectionMethod;
  /** As the carrier calls the account; of phone bills alone. */
  readonly billingId: string | null;
  readonly phoneNumber: string | null;
  readonly effectiveFrom: Instant;
  readonly setAt: Instant;
  readonly setBy: string;
}

export type CollectionRefusal =
  | { readonly code: 'unknown_account' }
  /** A carrier knows an account by its billing id, and an invoice has none. */
  | { readonly code: 'billing_id_needed' }
  | { readonly code: 'no_billing_id' }
  /** Documents that are final stay collected as they are. */
  | { readonly code: 'in_hindsight' }
  /** Something is agreed for a later instant already. */
  | { readonly code: 'before_another'; readonly effectiveFrom: Instant };
