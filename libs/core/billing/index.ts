export {
  USUAL_VAT_RATE,
  adjustedAmount,
  adjustmentPostings,
  checkRefund,
  type AccountMoney,
  type AdjustedAmount,
  type RefundRefusal,
} from './account-adjustment';
export { approvalNeeded, type AmountToApprove, type ApprovalNeeded } from './approval-limits';
