import { formatFen, formatInstant } from '@ciyuan/core/kernel';
import {
  ADJUSTMENT_ORDER,
  taxFen,
  type AccountAdjustment,
  type AdjustmentDetails,
  type AdjustmentPage,
} from '@ciyuan/modules/billing';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  AdjustmentDetailsView,
  AdjustmentView,
  AdjustmentsQuery,
  AdjustmentsView,
} from './adjustments.dto';

export const pageOf = ({
  after,
  requestedFrom,
  requestedUntil,
  ...filters
}: AdjustmentsQuery): AdjustmentPage => ({
  ...filters,
  ...placeIn(ADJUSTMENT_ORDER, { ...filters, after }),
  requestedFrom: askedInstant(requestedFrom),
  requestedUntil: askedInstant(requestedUntil),
});

export const adjustmentsOf = ({ items, next }: Listed<AccountAdjustment>): AdjustmentsView => ({
  adjustments: items.map(adjustmentOf),
  next,
});

export const detailsOf = ({ adjustment, events }: AdjustmentDetails): AdjustmentDetailsView => ({
  ...adjustmentOf(adjustment),
  events: events.map(({ kind, at, by, role, note, batchId }) => ({
    kind,
    at: formatInstant(at),
    by,
    role,
    note,
    batchId,
  })),
});

const adjustmentOf = (one: AccountAdjustment): AdjustmentView => ({
  account: one.account,
  number: one.number,
  kind: one.kind,
  currency: one.currency,
  amount: formatFen(one.grossFen),
  net: formatFen(one.netFen),
  tax: formatFen(taxFen(one)),
  vatRate: one.vatRate,
  reason: one.reason,
  reference: one.reference,
  approvals: one.approvals,
  limitsVersionId: one.limitsVersionId,
  requestedAt: formatInstant(one.requestedAt),
  requestedBy: one.requestedBy,
  state: one.state,
});
