import type { Instant } from '../../kernel';
import type { AccountState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import type { ChargeDecision } from '../decision';
import { draft, finish, type Months } from '../draft';
import type { Correction, RatedRecord } from './rated-record';
import { reverseRating } from './void-record';

/** The plan of a write that corrects what was charged. */
export interface CorrectionDecision extends ChargeDecision {
  readonly corrections: readonly Correction[];
}

export interface Corrected {
  /** Changed in place, with all of their grants, however long ago these expired. */
  readonly accounts: ReadonlyMap<number, AccountState>;
  readonly catalogue: ChargingCatalogue;
  readonly months: Months;
  /** The instant of the correction: what is returned to a grant whose expiry is over by then expires again. */
  readonly now: Instant;
}

/** Takes back the ratings of records, in their order. It cascades to nothing: no other record is rated anew. */
export function voidRecords(
  { accounts, catalogue, months, now }: Corrected,
  rated: readonly RatedRecord[],
): CorrectionDecision {
  const work = draft(catalogue, months);
  const corrections = rated.map((one) => {
    const account = accounts.get(one.rating.accountId);
    if (account === undefined) throw new Error(`account ${one.rating.accountId} is not loaded`);
    return reverseRating(work, account, one, now);
  });
  return { ...finish(work), corrections };
}
