import type { SuspenseReason } from '@ciyuan/core/charging';

/** What a charge came to; quantities in milli-tokens, money in pico-yuan. */
export interface ChargeTotals {
  readonly sequence: number;
  readonly drawnMilli: bigint;
  readonly usageGross: bigint;
}

export interface InSuspense {
  readonly reason: string;
  readonly detail: string;
}

export interface UsageRefusal {
  /** As the partner writes it, such as `tokens.input`. */
  readonly field: string;
  readonly message: string;
}

/** What became of one record; a batch answers one for each, in the order received. */
export type UsageOutcome =
  | { readonly status: 'accepted'; readonly charge: ChargeTotals }
  | { readonly status: 'suspense'; readonly suspense: InSuspense & { readonly reason: SuspenseReason } }
  /** The same record came before, and this is what became of it then. */
  | { readonly status: 'duplicate'; readonly first: ChargeTotals | InSuspense }
  /** Another record with this identity came before. */
  | { readonly status: 'conflict'; readonly fields: readonly string[] }
  /** Never claimed: it may be mended and sent again under the same id. */
  | ({ readonly status: 'refused' } & UsageRefusal);
