import type { RecordedDraw, StatedRating } from '@ciyuan/core/charging';
import { parseYuan } from '@ciyuan/core/kernel';
import { COUNTERS } from '@ciyuan/core/usage';
import { reportedRecord, type ReportedRow } from './stored-record';

/** A charged record with its last entry: its rating in force, or the reversal that made it void. */
export interface RatedEntry {
  readonly kind: 'record' | 'reversal' | 're_rating';
  readonly recordSequence: number;
  readonly rating: StatedRating;
  readonly draws: readonly RecordedDraw[];
  /** Of the catalogue that made the entry. */
  readonly epoch: number;
}

export interface EntryRow extends ReportedRow {
  account_id: string;
  account_code: string;
  kind: RatedEntry['kind'];
  sequence: string;
  record_sequence: string;
  catalogue_epoch: string | null;
}

/**
 * Of the record as `r` what was reported, of its last entry as `e` the rating and the model that it is of. What the
 * provider's object said is not read again: it decides nothing.
 */
export const ENTRY_COLUMNS = [
  'r.account_id, r.at, r.partner, r.source, r.record_id, e.model, r.reported_model, r.vendor, r.compute_owner, r.chip_kind',
  'r.service_tier, r.dimensions, NULL::text AS semantics, NULL::jsonb AS raw_usage, a.code AS account_code',
  ...COUNTERS.map((counter) => `r.${counter}`),
  'e.kind, e.sequence, e.record_sequence, e.grant_number, e.drawn_milli, e.first_drawn_milli, e.covered_tokens',
  'e.overage_tokens, e.overage_kind, e.recognised_gross, e.recognised_net, e.usage_gross, e.vendor_cost',
  'e.compute_cost, e.base_plan_version_id, e.price_version_id, e.commitment_subscription_id, e.commitment_tokens',
  'e.commitment_gross, w.catalogue_epoch',
].join(', ');

const yuanOrNull = (text: unknown): bigint | null => (text === null ? null : parseYuan(text as string));
const numberOrNull = (text: unknown): number | null => (text === null ? null : Number(text));

export function entryOf(row: EntryRow, further: readonly RecordedDraw[]): RatedEntry {
  const rating = ratingOf(row);
  const { grantNumber, firstDrawnMilli } = rating;
  const first = grantNumber === null ? [] : [{ grantNumber, milliTokens: firstDrawnMilli }];
  if (row.catalogue_epoch === null) {
    throw new Error(`the write of entry ${row.sequence} of account ${row.account_id} is not on record`);
  }
  return {
    kind: row.kind,
    recordSequence: Number(row.record_sequence),
    rating,
    draws: [...first, ...further],
    epoch: Number(row.catalogue_epoch),
  };
}

function ratingOf(row: EntryRow): StatedRating {
  return {
    record: reportedRecord(row, row.account_code),
    accountId: Number(row.account_id),
    sequence: Number(row.sequence),
    grantNumber: numberOrNull(row['grant_number']),
    drawnMilli: BigInt(row['drawn_milli'] as string),
    firstDrawnMilli: BigInt(row['first_drawn_milli'] as string),
    coveredTokens: Number(row['covered_tokens']),
    overageTokens: Number(row['overage_tokens']),
    overageKind: row['overage_kind'] as StatedRating['overageKind'],
    recognisedGross: parseYuan(row['recognised_gross'] as string),
    recognisedNet: parseYuan(row['recognised_net'] as string),
    usageGross: parseYuan(row['usage_gross'] as string),
    vendorCost: yuanOrNull(row['vendor_cost']),
    computeCost: yuanOrNull(row['compute_cost']),
    basePlanVersionId: numberOrNull(row['base_plan_version_id']),
    priceVersionId: numberOrNull(row['price_version_id']),
    commitmentSubscriptionId: numberOrNull(row['commitment_subscription_id']),
    commitmentTokens: numberOrNull(row['commitment_tokens']),
    commitmentGross: yuanOrNull(row['commitment_gross']),
  };
}
