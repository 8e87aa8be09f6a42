import type { LineKind, Payer, TaxMode } from '@ciyuan/core/billing';
import type { Fen, Instant, PicoYuan } from '@ciyuan/core/kernel';
import type { AccountDocument } from './payments/allocations.store';

export const INVOICE_STATES = ['final', 'void_requested', 'voided'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

/** The buyer as its fapiao names it, on the day that the document became final. */
export interface Buyer {
  readonly customer: string;
  readonly title: string;
  readonly taxpayerId: string | null;
  readonly fapiaoKind: 'general' | 'special';
  readonly registeredAddress: string | null;
  readonly phone: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly email: string | null;
}

/** A final document of a bill run. Amounts in fen of its currency; a credit note's are negative. */
export interface Invoice {
  readonly id: number;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly state: InvoiceState;
  readonly runId: number;
  readonly payer: Payer;
  readonly currency: string;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  /** Credited out of goodwill since, with VAT. */
  readonly creditedFen: Fen;
  readonly lineCount: number;
  /** Numbers of the document that a credit note takes back of, and of the voided one that is billed again. */
  readonly corrects: string | null;
  readonly replaces: string | null;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly accountingMonth: string;
  readonly buyer: Buyer | null;
  readonly taxCodes: Readonly<Record<LineKind, string>>;
}

export interface InvoiceLine {
  readonly line: number;
  readonly account: string;
  readonly kind: LineKind;
  readonly key: string;
  readonly plan: string;
  readonly planName: string;
  readonly planVersionId: number;
  readonly subscriptionId: number | null;
  readonly model: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly days: number | null;
  readonly milliTokens: bigint;
  readonly vatRate: string;
  readonly taxMode: TaxMode;
  readonly taxCode: string;
  /** What the line bills, before it was rounded. */
  readonly exact: PicoYuan;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly creditedFen: Fen;
}

/** What the lines of one tax rate come to. */
export interface RateTotals {
  readonly vatRate: string;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
}

export interface InvoiceDetails {
  readonly invoice: Invoice;
  /** Numbers of the documents that bill it again, where it is void. */
  readonly replacedBy: readonly string[];
  readonly rates: readonly RateTotals[];
  readonly lines: readonly InvoiceLine[];
  readonly creditNotes: readonly CreditNote[];
  readonly voidRequest: VoidRequest | null;
  /** What each account still owes of it; of none where it is void. */
  readonly parts: readonly AccountDocument[];
}

export interface VoidRequest {
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
}

/** What is credited of one line, at the line's own rate. */
export interface CreditLine {
  readonly accountId: number;
  readonly line: number;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
}

/** Credited out of goodwill; it has a number once a second person has approved it. */
export interface CreditNote {
  readonly id: number;
  readonly invoiceId: number;
  readonly number: string | null;
  readonly reason: string;
  readonly currency: string;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly approvedBy: string | null;
  readonly issuedAt: Instant | null;
  readonly lines: readonly CreditLine[];
}
