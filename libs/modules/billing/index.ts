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
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  type ListedPayment,
  type PaymentMethod,
  type PaymentRecorded,
  type PaymentRefusal,
  type ReversalRefusal,
} from './payments/customer-payment';
export { ListPayments } from './payments/list-payments';
export { PAYMENT_ORDER, type PaymentPage } from './payments/payments.store';
export { ReadReceivable, type Receivable } from './payments/read-receivable';
export { ReceivePayment, type PaymentToReceive } from './payments/receive-payment';
export { ReversePayment, type PaymentToReverse } from './payments/reverse-payment';
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
export { CountBillingWork, type BillingWork } from './count-billing-work';
export { FinaliseBillRun, type RunToFinalise } from './finalise-bill-run';
export { FindBillRun, type BillRunDetails } from './find-bill-run';
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
export { ListBillRuns } from './list-bill-runs';
export { ListInvoices } from './list-invoices';
export { INVOICE_ORDER, type InvoicePage } from './listed-invoices.store';
export { ReadInvoice } from './read-invoice';
export { RecomputeInvoices } from './recompute-invoices';
export { RequestBillRun, USUAL_GRACE_HOURS, type BillRunToRequest } from './request-bill-run';
export { RequestCredit, type CreditToRequest } from './request-credit';
export { RequestVoid, type VoidToRequest } from './request-void';
export { SetBillingProfile, type ProfileToSet } from './set-billing-profile';
