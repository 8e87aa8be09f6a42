import type { UsageOutcome, UsageRefusal } from './usage-outcome';

/** A record that is to be void, by its id within its partner. */
export interface UsageToVoid {
  readonly source: string;
  readonly id: string;
  readonly reason: string;
}

/** What a void gave back; nothing where the record was still in suspense. */
export interface VoidTotals {
  /** The number of the reversal; null where nothing was charged. */
  readonly sequence: number | null;
  /** Milli-tokens that went back to grants. */
  readonly returnedMilli: bigint;
  /** Pico-yuan that usage is charged less, with VAT. */
  readonly creditedGross: bigint;
}

export type VoidOutcome =
  | { readonly status: 'voided'; readonly void: VoidTotals }
  /** It was void before, and this is what that gave back. */
  | { readonly status: 'already_voided'; readonly void: VoidTotals }
  | { readonly status: 'not_found' }
  | ({ readonly status: 'refused' } & UsageRefusal);

/** Whose records somebody wants corrected. */
export interface Corrector {
  /** The partner that reported the records. */
  readonly partner: string;
  /** Who asks; stands in every entry. */
  readonly by: string;
  /** A partner corrects what it could still report; the operator's people correct what is however old. */
  readonly asStaff: boolean;
}

export type ReplacementOutcome =
  | {
      readonly status: 'replaced';
      readonly void: VoidTotals;
      readonly record: Extract<UsageOutcome, { readonly status: 'accepted' | 'suspense' }>;
    }
  /** The new id was there before, and nothing was voided now. */
  | {
      readonly status: 'known';
      readonly record: Extract<UsageOutcome, { readonly status: 'duplicate' | 'conflict' }>;
    }
  | Exclude<VoidOutcome, { readonly status: 'voided' }>;
