import type { Correction } from '@ciyuan/core/charging';
import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { COUNTERS } from '@ciyuan/core/usage';
import { COPY_NULL, copyText } from '@ciyuan/platform/database';

/** Why entries were made, and by whom. */
export interface CorrectionWrite {
  readonly batchId: number;
  readonly bookedAt: number;
  readonly by: string;
  readonly reasonOf: (correction: Correction) => string;
}

export const CORRECTION_COLUMNS = [
  'account_id, sequence, at, record_sequence, kind, reversed_sequence, records, batch_id, accounting_month',
  'partner, source, record_id, model, vendor, compute_owner, chip_kind, service_tier',
  ...COUNTERS,
  'grant_number, drawn_milli, first_drawn_milli, covered_tokens, overage_tokens, overage_kind',
  'recognised_gross, recognised_net, usage_gross, vendor_cost, compute_cost, base_plan_version_id, price_version_id',
  'commitment_subscription_id, commitment_tokens, commitment_gross, reason, requested_by, booked_at',
].join(', ');

/** A row of an entry; counts are negative where it takes a rating back. */
export function correctionRow(correction: Correction, write: CorrectionWrite): string {
  const { kind, recordSequence, reversedSequence, rating } = correction;
  const { record } = rating;
  const sign = kind === 'reversal' ? -1 : 1;
  const values = [
    rating.accountId,
    rating.sequence,
    formatInstant(record.at),
    recordSequence,
    kind,
    reversedSequence ?? COPY_NULL,
    sign,
    write.batchId,
    rating.accountingMonth,
    copyText(record.partner),
    copyText(record.source),
    copyText(record.recordId),
    copyText(record.model),
    record.vendor,
    record.computeOwner,
    copyText(record.chipKind),
    copyText(record.serviceTier),
    ...record.counts.map((count) => (count === 0 ? COPY_NULL : sign * count)),
    ...ratingValues(rating),
    copyText(write.reasonOf(correction)),
    copyText(write.by),
    formatInstant(write.bookedAt),
  ];
  return `${values.join('\t')}\n`;
}

const ratingValues = (rating: Correction['rating']): (string | number | bigint)[] => [
  rating.grantNumber ?? COPY_NULL,
  rating.drawnMilli,
  rating.firstDrawnMilli,
  rating.coveredTokens,
  rating.overageTokens,
  rating.overageKind ?? COPY_NULL,
  formatYuan(rating.recognisedGross),
  formatYuan(rating.recognisedNet),
  formatYuan(rating.usageGross),
  yuanOrNull(rating.vendorCost),
  yuanOrNull(rating.computeCost),
  rating.basePlanVersionId ?? COPY_NULL,
  rating.priceVersionId ?? COPY_NULL,
  rating.commitmentSubscriptionId ?? COPY_NULL,
  rating.commitmentTokens ?? COPY_NULL,
  yuanOrNull(rating.commitmentGross),
];

const yuanOrNull = (amount: bigint | null): string => (amount === null ? COPY_NULL : formatYuan(amount));
