import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { AdjustmentEventsStore } from './adjustments/adjustment-events.store';
import { AdjustmentsStore } from './adjustments/adjustments.store';
import { ApproveAdjustment } from './adjustments/approve-adjustment';
import { FindLimits } from './adjustments/find-limits';
import { ListAdjustments } from './adjustments/list-adjustments';
import { LockAdjustment } from './adjustments/lock-adjustment';
import { PostAdjustment } from './adjustments/post-adjustment';
import { ReadAdjustment } from './adjustments/read-adjustment';
import { RejectAdjustment } from './adjustments/reject-adjustment';
import { RequestAdjustment } from './adjustments/request-adjustment';
import { TakeSignature } from './adjustments/take-signature';
import { WithdrawAdjustment } from './adjustments/withdraw-adjustment';
import { LockAccount } from './lock-account';
import { AllocatePayment } from './payments/allocate-payment';
import { AllocationsStore } from './payments/allocations.store';
import { AllotPayment } from './payments/allot-payment';
import { BookPayment } from './payments/book-payment';
import { ListPayments } from './payments/list-payments';
import { PaymentsStore } from './payments/payments.store';
import { ReadReceivable } from './payments/read-receivable';
import { ReceivableStore } from './payments/receivable.store';
import { ReceivePayment } from './payments/receive-payment';
import { ReversePayment } from './payments/reverse-payment';
import { TakePayment } from './payments/take-payment';
import { CollectionsStore } from './phone-bills/collections.store';
import { DuePartsStore } from './phone-bills/due-parts.store';
import { FeedbackStore } from './phone-bills/feedback.store';
import { ListPhoneBillFiles } from './phone-bills/list-phone-bill-files';
import { MakePhoneBillFile } from './phone-bills/make-phone-bill-file';
import { MatchFeedback } from './phone-bills/match-feedback';
import { PhoneBillFilesStore } from './phone-bills/phone-bill-files.store';
import { ReadCollection } from './phone-bills/read-collection';
import { ReadFeedback } from './phone-bills/read-feedback';
import { ReadPhoneBillFile } from './phone-bills/read-phone-bill-file';
import { ReceiveFeedback } from './phone-bills/receive-feedback';
import { SetCollection } from './phone-bills/set-collection';
import { TryChange } from './try-change';
import { ApproveCredit } from './approve-credit';
import { ApproveVoid } from './approve-void';
import { BillingWorkStore } from './billing-work.store';
import { CountBillingWork } from './count-billing-work';
import { AskedCorrectionsStore } from './asked-corrections.store';
import { ListAskedCorrections } from './list-asked-corrections';
import { BillRunsStore } from './bill-runs.store';
import { BilledLinesStore } from './billed-lines.store';
import { BillingProfilesStore } from './billing-profiles.store';
import { BookDocument } from './book-document';
import { CalculateBillRun } from './calculate-bill-run';
import { ChargeableSalesStore } from './chargeable-sales.store';
import { ChargeableUsageStore } from './chargeable-usage.store';
import { CoveringMoneyStore } from './covering-money.store';
import { CreditNotesStore } from './credit-notes.store';
import { FinaliseBillRun } from './finalise-bill-run';
import { FindBillRun } from './find-bill-run';
import { FindInvoicesOfCharges } from './find-invoices-of-charges';
import { FindStaleChunk } from './find-stale-chunk';
import { InvoiceIssuesStore } from './invoice-issues.store';
import { InvoicedChargesStore } from './invoiced-charges.store';
import { InvoiceLinesStore } from './invoice-lines.store';
import { InvoiceVoidsStore } from './invoice-voids.store';
import { InvoicesStore } from './invoices.store';
import { IssueInvoices } from './issue-invoices';
import { ListBillRuns } from './list-bill-runs';
import { ListInvoices } from './list-invoices';
import { ListedInvoicesStore } from './listed-invoices.store';
import { FindBillingProfile } from './find-billing-profile';
import { LoadBilling } from './load-billing';
import { ReadInvoice } from './read-invoice';
import { RecomputeInvoices } from './recompute-invoices';
import { RequestBillRun } from './request-bill-run';
import { RequestCredit } from './request-credit';
import { RequestVoid } from './request-void';
import { RunAccountsStore } from './run-accounts.store';
import { RunTotalsStore } from './run-totals.store';
import { SetBillingProfile } from './set-billing-profile';

/** What is credited, debited or paid back by hand. */
const ADJUSTMENTS = [
  ApproveAdjustment,
  ListAdjustments,
  ReadAdjustment,
  RejectAdjustment,
  RequestAdjustment,
  WithdrawAdjustment,
];
/** What customers paid, and what they owe. */
const PAYMENTS = [AllocatePayment, ListPayments, ReadReceivable, ReceivePayment, ReversePayment];
/** What a carrier collects with its phone bills, and what it says of it. */
const PHONE_BILLS = [
  ListPhoneBillFiles,
  MakePhoneBillFile,
  ReadCollection,
  ReadFeedback,
  ReadPhoneBillFile,
  ReceiveFeedback,
  SetCollection,
];
const OF_PHONE_BILLS = [CollectionsStore, DuePartsStore, FeedbackStore, MatchFeedback, PhoneBillFilesStore];
const OF_MONEY = [
  AdjustmentEventsStore,
  AdjustmentsStore,
  AllocationsStore,
  AllotPayment,
  BookPayment,
  FindLimits,
  LockAccount,
  LockAdjustment,
  PaymentsStore,
  PostAdjustment,
  ReceivableStore,
  TakePayment,
  TakeSignature,
  TryChange,
];
/** What was charged, less what was billed, as invoices and credit notes. */
const INVOICES = [
  ApproveCredit,
  ApproveVoid,
  CalculateBillRun,
  CountBillingWork,
  FindBillingProfile,
  FinaliseBillRun,
  FindBillRun,
  ListAskedCorrections,
  FindInvoicesOfCharges,
  ListBillRuns,
  ListInvoices,
  ReadInvoice,
  RecomputeInvoices,
  RequestBillRun,
  RequestCredit,
  RequestVoid,
  SetBillingProfile,
];
const OF_INVOICES = [
  AskedCorrectionsStore,
  BillRunsStore,
  BillingWorkStore,
  BilledLinesStore,
  BillingProfilesStore,
  ChargeableSalesStore,
  ChargeableUsageStore,
  CreditNotesStore,
  InvoiceIssuesStore,
  InvoicedChargesStore,
  InvoiceLinesStore,
  InvoiceVoidsStore,
  InvoicesStore,
  ListedInvoicesStore,
  RunAccountsStore,
  RunTotalsStore,
  BookDocument,
  FindStaleChunk,
  IssueInvoices,
  LoadBilling,
];

/** What customers are billed, owe and pay. */
@Module({
  imports: [CatalogueModule, LedgerModule, PartiesModule],
  providers: [
    CoveringMoneyStore,
    ...[...ADJUSTMENTS, ...INVOICES, ...PAYMENTS, ...PHONE_BILLS],
    ...[...OF_INVOICES, ...OF_MONEY, ...OF_PHONE_BILLS],
  ],
  exports: [CoveringMoneyStore, ...ADJUSTMENTS, ...INVOICES, ...PAYMENTS, ...PHONE_BILLS],
})
export class BillingModule {}
