import type { Buyer } from '@ciyuan/modules/billing';
import type { JobView } from '../jobs/jobs.dto';
import type { AccountDocumentView } from '../payments/payments.dto';

/** Amounts are decimals in the currency that is named beside them. */
interface AmountsView {
  readonly gross: string;
  readonly net: string;
  readonly tax: string;
}

export interface BillRunView {
  readonly id: number;
  readonly cutOff: string;
  readonly graceHours: number;
  /** From then on it can be made final. */
  readonly graceUntil: string;
  readonly accounts: readonly string[];
  readonly customers: readonly string[];
  readonly state: string;
  readonly inputDigest: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly finalisedAt: string | null;
  readonly finalisedBy: string | null;
}

export interface BillRunDetailsView extends BillRunView {
  /** Chunks of payers. */
  readonly progress: { readonly calculated: number; readonly issued: number; readonly total: number };
  readonly totals: readonly (AmountsView & {
    readonly currency: string;
    readonly invoices: number;
    readonly creditNotes: number;
  })[];
}

export interface AcceptedBillRunView extends BillRunView {
  readonly job: JobView;
}

export interface BillRunsView {
  readonly billRuns: readonly BillRunView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface InvoiceView extends AmountsView {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly runId: number;
  readonly payer: { readonly kind: string; readonly code: string };
  readonly currency: string;
  /** Out of goodwill, since; what is left to pay is gross less this. */
  readonly credited: string;
  readonly lines: number;
  readonly corrects: string | null;
  readonly replaces: string | null;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly period: string;
}

export interface InvoicesView {
  readonly invoices: readonly InvoiceView[];
  readonly next: string | null;
}

export interface InvoiceLineView extends AmountsView {
  readonly line: number;
  readonly account: string;
  readonly kind: string;
  readonly plan: string;
  readonly planName: string;
  readonly planVersion: number;
  readonly subscription: number | null;
  readonly model: string | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly days: number | null;
  readonly tokens: string;
  readonly vatRate: string;
  readonly taxMode: string;
  readonly taxCode: string;
  /** What was charged, before it was rounded to the line. */
  readonly exact: string;
  readonly credited: string;
}

export interface CreditNoteView extends AmountsView {
  readonly id: number;
  /** Null until it is approved. */
  readonly number: string | null;
  readonly reason: string;
  readonly currency: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly approvedBy: string | null;
  readonly issuedAt: string | null;
  readonly lines: readonly (AmountsView & { readonly line: number })[];
}

export interface VoidView {
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

export interface InvoiceDetailsView extends Omit<InvoiceView, 'lines'> {
  /** Of a void one, the numbers of the final documents that bill it again. */
  readonly replacedBy: readonly string[];
  /** As of the day that the document became final; null where it had no billing profile. */
  readonly buyer: Buyer | null;
  readonly rates: readonly (AmountsView & { readonly vatRate: string })[];
  readonly lines: readonly InvoiceLineView[];
  readonly creditNotes: readonly CreditNoteView[];
  readonly void: VoidView | null;
  /** Put to it by payments that stand, and what is left: nothing of a void one. */
  readonly paid: string;
  readonly open: string;
  readonly collection: string;
  /** By account. */
  readonly parts: readonly AccountDocumentView[];
}

export interface BillingProfileView {
  readonly customer: string;
  readonly number: number;
  readonly consolidated: boolean;
  readonly buyerTitle: string;
  readonly taxpayerId: string | null;
  readonly fapiaoKind: string;
  readonly registeredAddress: string | null;
  readonly phone: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly email: string | null;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** What was said last; null where nothing was: each account is billed by itself then, to the customer's name. */
export interface BillingProfileAnswer {
  readonly profile: BillingProfileView | null;
}
