export {
  USUAL_VAT_RATE,
  adjustedAmount,
  adjustmentPostings,
  checkRefund,
  checkWriteOff,
  type AccountMoney,
  type AdjustedAmount,
  type RefundRefusal,
  type WriteOffRefusal,
} from './account-adjustment';
export { allocate, type Allocation, type OpenDocument } from './allocate';
export { approvalNeeded, type AmountToApprove, type ApprovalNeeded } from './approval-limits';
export { billDocuments, type BillDocument, type Payer, type PayerAccount } from './bill-documents';
export { billLine, type BillLine } from './bill-line';
export { NOT_BILLED, billedKey, type Billed } from './billed';
export { feeKey, grantKey, shortfallKey, usageKey, type BilledUsage } from './charge-key';
export { LINE_KINDS, type Chargeable, type ChargeFacts, type LineKind, type TaxMode } from './chargeable';
export { coveringMoney, type MoneyOfAccount } from './covering-money';
export { creditJournal, invoiceJournal, type AccountPosting, type LineToPost } from './invoice-journal';
export { invoiceOfCharge, type InvoicedLine } from './invoice-of-charge';
export {
  CHARGE_CODES,
  descriptionOf,
  phoneBillContent,
  phoneBillDetails,
  sumsOf,
  type PhoneBillHeader,
  type PhoneBillKind,
  type PhoneBillLine,
  type PhoneBillSums,
} from './phone-bill';
