export {
  ADJUSTMENT_STATES,
  taxFen,
  type AccountAdjustment,
  type AdjustmentDetails,
  type AdjustmentEvent,
  type AdjustmentState,
} from './adjustments/account-adjustment';
export type {
  RejectionRefusal,
  RequestRefusal,
  SignatureRefusal,
  WithdrawalRefusal,
} from './adjustments/adjustment-refusal';
export { ADJUSTMENT_ORDER, type AdjustmentPage } from './adjustments/adjustments.store';
export { ApproveAdjustment, type AdjustmentToApprove } from './adjustments/approve-adjustment';
export { ListAdjustments } from './adjustments/list-adjustments';
export { ReadAdjustment } from './adjustments/read-adjustment';
export { RejectAdjustment, type AdjustmentToReject } from './adjustments/reject-adjustment';
export { RequestAdjustment, type AdjustmentToRequest } from './adjustments/request-adjustment';
export { WithdrawAdjustment, type AdjustmentToWithdraw } from './adjustments/withdraw-adjustment';
export { BillingModule } from './billing.module';
export {
  DIRECT_METHODS,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  type ListedPayment,
  type PaymentMethod,
  type PaymentRecorded,
  type PaymentRefusal,
  type ReversalRefusal,
} from './payments/customer-payment';
export {
  AllocatePayment,
  type AllocationRefusal,
  type PaymentAllocated,
  type PaymentToAllocate,
} from './payments/allocate-payment';
export type { AccountDocument } from './payments/allocations.store';
export { ListPayments } from './payments/list-payments';
export { PAYMENT_ORDER, type PaymentPage } from './payments/payments.store';
export { ReadReceivable, type Receivable } from './payments/read-receivable';
export { ReceivePayment, type PaymentToReceive } from './payments/receive-payment';
export { ReversePayment, type PaymentToReverse } from './payments/reverse-payment';
export {
  COLLECTION_METHODS,
  type AccountCollection,
  type CollectionRefusal,
} from './phone-bills/account-collection';
export { ListPhoneBillFiles } from './phone-bills/list-phone-bill-files';
export { MakePhoneBillFile, type PhoneBillToMake } from './phone-bills/make-phone-bill-file';
export {
  phoneBillFileName,
  type PhoneBillFile,
  type PhoneBillFileDetails,
  type PhoneBillRefusal,
} from './phone-bills/phone-bill-file';
export type {
  FeedbackLine,
  FeedbackReceived,
  FeedbackRefusal,
  PhoneBillFeedback,
} from './phone-bills/phone-bill-feedback';
export { PHONE_BILL_ORDER, type PhoneBillPage } from './phone-bills/phone-bill-files.store';
export { ReadCollection } from './phone-bills/read-collection';
export { ReadFeedback } from './phone-bills/read-feedback';
export { ReadPhoneBillFile, type PhoneBillRead } from './phone-bills/read-phone-bill-file';
export { ReceiveFeedback, type FeedbackToReceive } from './phone-bills/receive-feedback';
export { SetCollection, type CollectionToSet } from './phone-bills/set-collection';
export { ApproveCredit, type CreditToApprove } from './approve-credit';
export { ApproveVoid, type VoidToApprove } from './approve-void';
export {
  BILL_RUN_STATES,
  type BillRun,
  type BillRunProgress,
  type BillRunState,
  type BillRunTotals,
} from './bill-run';
export { BILL_RUN_ORDER, type BillRunPage } from './bill-runs.store';
export type { BillingProfile } from './billing-profiles.store';
export type {
  CalculateRunRefusal,
  CreditRefusal,
  FinaliseRefusal,
  ProfileRefusal,
  RequestRunRefusal,
  VoidRefusal,
} from './billing-refusals';
export { CalculateBillRun } from './calculate-bill-run';
export { FindBillingProfile } from './find-billing-profile';
export { CountBillingWork, type BillingWork } from './count-billing-work';
export { CoveringMoneyStore, type CoveringMoney } from './covering-money.store';
export { FinaliseBillRun, type RunToFinalise } from './finalise-bill-run';
export { FindBillRun, type BillRunDetails } from './find-bill-run';
export { FindInvoicesOfCharges, type InvoicesOfCharges } from './find-invoices-of-charges';
export {
  INVOICE_STATES,
  type Buyer,
  type CreditLine,
  type CreditNote,
  type Invoice,
  type InvoiceDetails,
  type InvoiceLine,
  type InvoiceState,
  type RateTotals,
  type VoidRequest,
} from './invoice';
export type { AskedCorrection } from './asked-corrections.store';
export { ListAskedCorrections } from './list-asked-corrections';
export { ListBillRuns } from './list-bill-runs';
export { ListInvoices } from './list-invoices';
export { INVOICE_ORDER, type InvoicePage } from './listed-invoices.store';
export { ReadInvoice } from './read-invoice';
export { RecomputeInvoices } from './recompute-invoices';
export { RequestBillRun, USUAL_GRACE_HOURS, type BillRunToRequest } from './request-bill-run';
export { RequestCredit, type CreditToRequest } from './request-credit';
export { RequestVoid, type VoidToRequest } from './request-void';
export { SetBillingProfile, type ProfileToSet } from './set-billing-profile';
