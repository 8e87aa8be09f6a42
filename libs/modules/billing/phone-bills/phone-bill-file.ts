import type { PhoneBillHeader, PhoneBillKind, PhoneBillLine, PhoneBillSums } from '@ciyuan/core/billing';
import type { Fen, Instant } from '@ciyuan/core/kernel';

/** A file as it was handed to the carrier. */
export interface PhoneBillFile extends PhoneBillHeader, PhoneBillSums {
  readonly cutOff: Instant;
  readonly detailsSha256: string;
  readonly createdBy: string;
}

export interface PhoneBillFileDetails {
  readonly file: PhoneBillFile;
  readonly lines: readonly PhoneBillLine[];
}

/** An account's part of a document that no file has yet, or that is to be taken back. */
export interface DuePart {
  readonly accountId: number;
  readonly account: string;
  readonly kind: PhoneBillKind;
  readonly document: string;
  readonly month: string;
  readonly billingId: string;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly grossFen: Fen;
}

export type PhoneBillRefusal =
  | { readonly code: 'cut_off_in_the_future' }
  | { readonly code: 'nothing_to_hand_over' };

/** `operator-phone-bill-000007-CNY.csv`. */
export const phoneBillFileName = ({ sender, sequence, currency }: PhoneBillHeader): string =>
  `${sender}-phone-bill-${String(sequence).padStart(6, '0')}-${currency}.csv`;
