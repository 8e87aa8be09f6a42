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
