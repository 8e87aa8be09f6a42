import type { AccountState, Months, ReplayedWrite, RollupDelta } from '@ciyuan/core/charging';
import type { PlanOf } from './focus-commitment';

/** What ends at an instant belongs to the month of the one before it. */
export const LAST_INSTANT_MS = 1;

/** A write of one account, done again, and the accounting month that is asked for. */
export interface WriteBooked {
  readonly account: AccountState;
  readonly write: ReplayedWrite;
  readonly months: Months;
  readonly planOf: PlanOf;
  readonly month: string;
  /** The document that billed a sale, by its key and number. */
  readonly invoiceOf: (key: string, sequence: number) => string | null;
  /** Those that billed the entries of a write that corrected, by their numbers. */
  readonly invoicesOfEntries: ReadonlyMap<number, string | null>;
}

/** What a roll-up is called in a row, before its plan. */
export const CHARGED_AS: Readonly<Record<RollupDelta['kind'], string>> = {
  package: 'Corrected usage of',
  usage: 'Corrected usage by',
  overdraw: 'Corrected usage beyond',
  breakage: 'Expired tokens of',
  shortfall: 'Shortfall of',
  fee: 'Fee of',
};
