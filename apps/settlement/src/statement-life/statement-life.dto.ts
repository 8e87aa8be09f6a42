import { decimalText, displayName } from '@ciyuan/platform/validation';
import { z } from 'zod';

const FEN_PLACES = 2;

const day = z.iso.date().meta({ description: 'A day of the operator’s zone that is not to come' });
const amount = decimalText(FEN_PLACES).meta({
  description: 'In the statement’s currency: all of the payout, months that were carried into it included',
});
const documentNumber = z.string().trim().min(1).max(100);
const preview = z.boolean().default(false).meta({
  description: 'Say what it would come to, and keep nothing: the same step, taken back',
});

export const confirmationSchema = z.strictObject({
  note: displayName.optional().meta({
    description: 'On whose word: staff that confirms in the party’s name says it; the party need not',
  }),
});
export type ConfirmationRequest = z.infer<typeof confirmationSchema>;

export const invoiceSchema = z.strictObject({ number: documentNumber, date: day, amount, preview });
export type InvoiceRequest = z.infer<typeof invoiceSchema>;

export const paymentApprovalSchema = z.strictObject({ preview });
export type PaymentApprovalRequest = z.infer<typeof paymentApprovalSchema>;

export const paymentSchema = z.strictObject({ reference: documentNumber, date: day, amount, preview });
export type PaymentRequest = z.infer<typeof paymentSchema>;

export interface StepView {
  readonly state: string;
  readonly at: string;
  readonly by: string;
  /** On whose word it was confirmed in the party's name. */
  readonly note: string | null;
  /** Number and date of the invoice, or of what the bank says. */
  readonly document: { readonly number: string; readonly date: string } | null;
  /** Of the whole payout, in the statement's currency. */
  readonly amount: string | null;
  /** The run of the statement that the payout is invoiced and paid with. */
  readonly payoutRunId: number | null;
  readonly payee: string | null;
}

export interface StepTakenView extends StepView {
  /** All that the step moved, the oldest month first. */
  readonly statements: readonly {
    readonly runId: number;
    readonly month: string;
    readonly payable: string;
    readonly state: string;
  }[];
  /** False of a preview. */
  readonly applied: boolean;
}

export interface StatementLifeView {
  readonly state: string;
  readonly payable: string;
  readonly deemedConfirmedAt: string;
  readonly minimumPayout: string;
  readonly paymentDueOn: string | null;
  readonly events: readonly StepView[];
}
