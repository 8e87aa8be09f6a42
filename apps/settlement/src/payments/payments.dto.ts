import { DIRECT_METHODS, PAYMENT_KINDS, PAYMENT_METHODS, PAYMENT_ORDER } from '@ciyuan/modules/billing';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { currencyCode, decimalText, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;
const MOST_FEN_DIGITS = 18;

const instant = instantText.meta({ format: 'date-time' });
const method = z.enum(PAYMENT_METHODS);
const bankReference = z.string().trim().min(1).max(100);

export const newPaymentSchema = z.strictObject({
  currency: currencyCode.meta({ description: 'The account’s' }),
  amount: decimalText(FEN_PLACES)
    .max(MOST_FEN_DIGITS)
    .refine((text) => /[1-9]/.test(text), 'above 0'),
  receivedAt: instant,
  method: z.enum(DIRECT_METHODS),
  reference: bankReference.meta({ description: 'The bank’s: the same again books nothing' }),
  invoice: z.string().trim().min(1).max(100).optional(),
});
export type NewPaymentRequest = z.infer<typeof newPaymentSchema>;

export const reversalSchema = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  at: instant.optional().meta({ description: 'When the money went back; now where nothing is said' }),
});
export type ReversalRequest = z.infer<typeof reversalSchema>;

export const allocationSchema = z
  .strictObject({
    invoice: z.string().trim().min(1).max(100).optional().meta({ description: 'To this one alone' }),
  })
  .prefault({});
export type AllocationRequest = z.infer<typeof allocationSchema>;

export const paymentParamsSchema = z.object({
  code: z.string().min(1).max(200),
  number: z.coerce.number().int().min(1).max(2_147_483_647),
});
export type PaymentParams = z.infer<typeof paymentParamsSchema>;

export const paymentsQuerySchema = z.strictObject({
  ...pageQuery(PAYMENT_ORDER),
  account: z.string().min(1).max(200).optional(),
  kind: z.enum(PAYMENT_KINDS).optional(),
  method: method.optional(),
  reference: bankReference.optional(),
  invoice: z.string().min(1).max(100).optional(),
  from: instantFilter,
  /** Exclusive. */
  until: instantFilter,
});
export type PaymentsQuery = z.infer<typeof paymentsQuerySchema>;

/** Amounts are decimals in the currency. */
export interface PaymentView {
  readonly account: string;
  readonly number: number;
  readonly kind: string;
  readonly currency: string;
  readonly amount: string;
  readonly at: string;
  readonly method: string;
  readonly reference: string;
  readonly invoice: string | null;
  /** The payment that this one takes back, and why. */
  readonly reverses: number | null;
  readonly reason: string | null;
  readonly reversed: boolean;
  /** What of it is put to no invoice; nothing of one that was taken back. */
  readonly unallocated: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly batchId: number;
}

export interface PaymentRecordedView extends PaymentView {
  /** False where it was known by its reference. */
  readonly isNew: boolean;
}

export interface PaymentsView {
  readonly payments: readonly PaymentView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface ReceivableView {
  readonly account: string;
  readonly balances: readonly {
    readonly currency: string;
    /** Exact; negative where it is owed to the customer. */
    readonly owed: string;
    readonly causes: readonly { readonly cause: string; readonly amount: string }[];
  }[];
  /** Not settled yet, the oldest first. */
  readonly invoices: readonly AccountDocumentView[];
  /** Paid, and put to no invoice. */
  readonly unallocated: string;
}

export interface AccountDocumentView {
  readonly account: string;
  readonly invoice: string;
  readonly kind: string;
  readonly currency: string;
  readonly issuedAt: string;
  readonly gross: string;
  readonly credited: string;
  readonly paid: string;
  /** Below zero it is owed to the customer. */
  readonly open: string;
  /** What the carrier said last of it, where it collects it. */
  readonly reported: string | null;
}

export interface AllocatedView {
  readonly allocations: readonly { readonly invoice: string; readonly amount: string }[];
  readonly unallocated: string;
}
