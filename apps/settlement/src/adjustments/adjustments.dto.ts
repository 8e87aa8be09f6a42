import { ADJUSTMENT_KINDS } from '@ciyuan/core/catalogue';
import { ADJUSTMENT_ORDER, ADJUSTMENT_STATES } from '@ciyuan/modules/billing';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { decimalText, displayName, fractionText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;
const RATE_PLACES = 6;
const MOST_FEN_DIGITS = 18;

const reason = z.string().trim().min(1).max(500);
const preview = z.boolean().default(false).meta({
  description: 'Say what it would come to, and keep nothing: the same step, taken back',
});

export const adjustmentSchema = z.strictObject({
  kind: z.enum(ADJUSTMENT_KINDS),
  amount: decimalText(FEN_PLACES)
    .max(MOST_FEN_DIGITS)
    .refine((text) => /[1-9]/.test(text), 'above 0')
    .meta({ description: 'In the account’s currency, VAT included; above 0' }),
  vatRate: fractionText(RATE_PLACES).optional().meta({
    description: 'Six per cent where nothing is said; a refund bears none',
  }),
  reason,
  reference: displayName.optional().meta({ description: 'A record, an invoice, a ticket' }),
  preview,
});
export type AdjustmentRequest = z.infer<typeof adjustmentSchema>;

export const approvalSchema = z.strictObject({ note: displayName.optional(), preview });
export type ApprovalRequest = z.infer<typeof approvalSchema>;

export const rejectionSchema = z.strictObject({ reason });
export type RejectionRequest = z.infer<typeof rejectionSchema>;

export const withdrawalSchema = z.strictObject({ note: displayName.optional() });
export type WithdrawalRequest = z.infer<typeof withdrawalSchema>;

export const adjustmentParamsSchema = z.object({
  code: z.string().min(1).max(200),
  number: z.coerce.number().int().min(1).max(2_147_483_647),
});
export type AdjustmentParams = z.infer<typeof adjustmentParamsSchema>;

export const adjustmentsQuerySchema = z.strictObject({
  ...pageQuery(ADJUSTMENT_ORDER),
  account: z.string().min(1).max(200).optional(),
  kind: z.enum(ADJUSTMENT_KINDS).optional(),
  state: z.enum(ADJUSTMENT_STATES).optional(),
  requestedBy: z.string().min(1).max(200).optional(),
  requestedFrom: instantFilter,
  /** Exclusive. */
  requestedUntil: instantFilter,
});
export type AdjustmentsQuery = z.infer<typeof adjustmentsQuerySchema>;

/** Amounts are decimals in the currency: net + tax = amount. */
export interface AdjustmentView {
  readonly account: string;
  readonly number: number;
  readonly kind: string;
  readonly currency: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly vatRate: string;
  readonly reason: string;
  readonly reference: string | null;
  /** How many people sign besides whoever asked. */
  readonly approvals: number;
  /** The version of the limits that says so; null where none was in force. */
  readonly limitsVersionId: number | null;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly state: string;
}

export interface AdjustmentDetailsView extends AdjustmentView {
  readonly events: readonly {
    readonly kind: string;
    readonly at: string;
    readonly by: string;
    readonly role: string;
    readonly note: string | null;
    /** Of the journal that booked it. */
    readonly batchId: number | null;
  }[];
}

export interface AdjustmentsView {
  readonly adjustments: readonly AdjustmentView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
