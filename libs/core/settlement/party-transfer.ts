import type { Fen } from '../kernel';

/**
 * Why something moves between a party and the operator outside every split: what a dispute was settled with, a share of
 * revenue that did not last, the top-up to a minimum, for good or as an advance, what is given back of an advance,
 * what a purchase commitment fell short of, or what is settled in another currency.
 */
export const TRANSFER_KINDS = [
  'dispute',
  'clawback',
  'minimum',
  'advance',
  'recoupment',
  'commitment',
  'conversion',
] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** What a party has more of from the operator, on top of its shares; hundredths of the currency. */
export interface PartyTransfer {
  readonly kind: TransferKind;
  readonly party: string;
  readonly currency: string;
  /** The month that it is about, `YYYY-MM`. */
  readonly originMonth: string;
  /** Below zero it goes to the operator; never 0. */
  readonly shareFen: Fen;
  /** Of its kind, what it is for: nothing is moved twice for the same. */
  readonly reference: string;
}
