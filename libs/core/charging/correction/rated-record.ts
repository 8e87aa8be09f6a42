import type { ChargingCatalogue } from '../catalogue-view';
import type { ChargedRecord } from '../decision';

/** What one grant gave to a record. */
export interface RecordedDraw {
  readonly grantNumber: number;
  readonly milliTokens: bigint;
}

/** A rating as it is on record; its sequence number is that of the entry that stated it. */
export type StatedRating = Omit<ChargedRecord, 'usageMonth' | 'accountingMonth'>;

/** A charged record with its rating in force: its own, or the one that a re-rating stated last. */
export interface RatedRecord {
  /** The record's own number: it was charged after everything of the account that has a lower one. */
  readonly recordSequence: number;
  readonly rating: StatedRating;
  /** One for each grant that took part, even where it gave nothing. */
  readonly draws: readonly RecordedDraw[];
  /** The catalogue that made the rating. */
  readonly catalogue: ChargingCatalogue;
}

/**
 * An entry that corrects a record, which itself never changes. A reversal takes back the rating in force: its figures
 * are negative. A re-rating states the whole new one. A void is a reversal that no re-rating follows.
 */
export interface Correction {
  readonly kind: 'reversal' | 're_rating';
  readonly recordSequence: number;
  /** The entry whose rating a reversal takes back; null for a re-rating. */
  readonly reversedSequence: number | null;
  readonly rating: ChargedRecord;
}
