import { BILL_RUN_ORDER, BILL_RUN_STATES, INVOICE_ORDER, INVOICE_STATES } from '@ciyuan/modules/billing';
import { INVOICE_FORMATS } from '@ciyuan/modules/reporting';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { currencyCode, decimalText, displayName, instantText } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;
const MOST_NAMED = 1_000;
const MOST_GRACE_HOURS = 8_760;
const MOST_LINES = 1_000;

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const code = z.string().min(1).max(128);
const optionalText = displayName.nullable().default(null);

export const newBillRunSchema = z.strictObject({
  cutOff: instantText.meta({ format: 'date-time' }),
  /** Usage is billed of the periods that ended as long before the cut-off; the run is made final as long behind it. */
  graceHours: z.int().min(0).max(MOST_GRACE_HOURS).optional(),
  accounts: z.array(code).max(MOST_NAMED).optional(),
  /** Each with those below it. */
  customers: z.array(code).max(MOST_NAMED).optional(),
});
export type NewBillRunRequest = z.infer<typeof newBillRunSchema>;

export const billRunParamsSchema = z.object({ id });
export type BillRunParams = z.infer<typeof billRunParamsSchema>;

export const billRunsQuerySchema = z.strictObject({
  ...pageQuery(BILL_RUN_ORDER),
  state: z.enum(BILL_RUN_STATES).optional(),
  createdBy: z.string().min(1).max(200).optional(),
});
export type BillRunsQuery = z.infer<typeof billRunsQuerySchema>;

export const invoicesQuerySchema = z.strictObject({
  ...pageQuery(INVOICE_ORDER),
  payer: code.optional(),
  account: code.optional(),
  state: z.enum(INVOICE_STATES).optional(),
  kind: z.enum(['invoice', 'credit_note']).optional(),
  currency: currencyCode.optional(),
  /** The accounting month that it is booked in. */
  period: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM')
    .optional(),
  runId: id.optional(),
  issuedFrom: instantFilter,
  /** Exclusive. */
  issuedUntil: instantFilter,
});
export type InvoicesQuery = z.infer<typeof invoicesQuerySchema>;

export const invoiceParamsSchema = z.object({ number: z.string().min(1).max(64) });
export type InvoiceParams = z.infer<typeof invoiceParamsSchema>;

export const invoiceExportSchema = z.object({
  number: z.string().min(1).max(64),
  format: z.enum(INVOICE_FORMATS),
});
export type InvoiceExportParams = z.infer<typeof invoiceExportSchema>;

export const voidSchema = z.strictObject({ reason: displayName });
export type VoidRequestBody = z.infer<typeof voidSchema>;

export const emptySchema = z.strictObject({}).prefault({});

export const creditNoteSchema = z.strictObject({
  reason: displayName,
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1),
        /** With VAT, in the document's currency; above 0. */
        gross: decimalText(FEN_PLACES).regex(/[1-9]/, 'above 0'),
      }),
    )
    .min(1)
    .max(MOST_LINES),
});
export type CreditNoteRequest = z.infer<typeof creditNoteSchema>;

export const creditNoteParamsSchema = z.object({ number: z.string().min(1).max(64), id });
export type CreditNoteParams = z.infer<typeof creditNoteParamsSchema>;

export const profileParamsSchema = z.object({ code });
export type ProfileParams = z.infer<typeof profileParamsSchema>;

export const profileSchema = z.strictObject({
  consolidated: z.boolean(),
  buyerTitle: displayName,
  taxpayerId: optionalText,
  fapiaoKind: z.enum(['general', 'special']),
  registeredAddress: optionalText,
  phone: optionalText,
  bankName: optionalText,
  bankAccount: optionalText,
  email: optionalText,
});
export type ProfileRequest = z.infer<typeof profileSchema>;
