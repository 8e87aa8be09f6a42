export { ApproveSettlement, type RunToApprove } from './approve-settlement';
export { AddEvidence } from './disputes/add-evidence';
export { ClaimLines, type DisputeToOpen } from './disputes/claim-lines';
export { KeepEvidence, MOST_EVIDENCE_BYTES, type EvidenceToAdd } from './disputes/keep-evidence';
export { DisputedDifferencesStore } from './disputes/disputed-differences.store';
export { DecideDisputeLine, type DecisionToTake } from './disputes/decide-dispute-line';
export type {
  Dispute,
  DisputeEvent,
  DisputeLine,
  Evidence,
  EvidenceHead,
  ClaimedLine,
} from './disputes/dispute';
export type {
  DecisionRefusal,
  EvidenceRefusal,
  OpeningRefusal,
  LineWithdrawalRefusal,
  ProposalRefusal,
} from './disputes/dispute-refusal';
export { DISPUTE_ORDER } from './disputes/disputes.store';
export { ListDisputes, type DisputesToList } from './disputes/list-disputes';
export { OpenDispute } from './disputes/open-dispute';
export { ProposeDecision, type DecisionToPropose } from './disputes/propose-decision';
export { ReadDispute, type DisputeRead } from './disputes/read-dispute';
export { ReadEvidence } from './disputes/read-evidence';
export { WithdrawDisputeLine, type LineToWithdraw } from './disputes/withdraw-dispute-line';
export { ApproveReopening, type ReopeningToApprove } from './close/approve-reopening';
export { FreezeMonth, type MonthToFreeze } from './close/freeze-month';
export { ListMonths, type ListedMonth } from './close/list-months';
export { ListReopenings } from './close/list-reopenings';
export type { MonthEvent, MonthEventKind, MonthWaiver } from './close/month-event';
export type {
  FreezeRefusal,
  ReopeningApprovalRefusal,
  ReopeningRefusal,
  WaiverRefusal,
  WithdrawalRefusal,
} from './close/month-refusals';
export { ReadMonth, type MonthDetails } from './close/read-month';
export { RequestReopening, type MonthToReopen } from './close/request-reopening';
export { WaiveItem, type ItemToWaive } from './close/waive-item';
export { WithdrawWaiver, type WaiverToWithdraw } from './close/withdraw-waiver';
export { COVER_ORDER, type ListedCover } from './bases/account-covers.store';
export { ListCovers } from './bases/list-covers';
export { ClawBackShare, type ShareToClawBack } from './clawbacks/claw-back-share';
export {
  clawbackReference,
  type Clawback,
  type ClawbackDecisionRefusal,
  type ClawbackRefusal,
} from './clawbacks/clawback';
export { DecideClawback, type ClawbackToDecide } from './clawbacks/decide-clawback';
export { ListClawbacks } from './clawbacks/list-clawbacks';
export { ReadCommitmentPosition, type CommitmentPosition } from './contracts/read-commitment-position';
export { ReadTerms, type TermsRead } from './contracts/read-terms';
export { FindReRating, type ReRatingPart } from './find-re-rating';
export { FindSettlementRun, type SettlementRunDetails } from './find-settlement-run';
export { IssueStatements, type RunToIssue } from './issue-statements';
export { ApprovePayment, type PaymentToApprove } from './life/approve-payment';
export { ConfirmStatement, type StatementToConfirm } from './life/confirm-statement';
export { ConfirmUnanswered } from './life/confirm-unanswered';
export { FindUnanswered } from './life/find-unanswered';
export type {
  ConfirmationRefusal,
  InvoiceRefusal,
  PaymentApprovalRefusal,
  PaymentRefusal,
} from './life/life-refusal';
export { ReadStatementLife, type StatementLife } from './life/read-statement-life';
export { RecordInvoice, type InvoiceToRecord } from './life/record-invoice';
export { RecordPayment, type PaymentToRecord } from './life/record-payment';
export type { StatementEvent, StepTaken } from './life/statement-event';
export { LoadSettlement, type LoadedSettlement } from './load-settlement';
export { ListSettlementRuns } from './list-settlement-runs';
export { ListStatements } from './list-statements';
export { PreviewSettlement, type PreviewedSettlement, type PreviewRefusal } from './preview-settlement';
export { ReadSettlementDocuments } from './read-settlement-documents';
export { ReadStatement, type StatementRead, type StatementToRead } from './read-statement';
export { RecomputeSettlement, type RecomputedSettlement } from './recompute-settlement';
export type {
  AcknowledgementRefusal,
  ApprovalRefusal,
  CalculationRefusal,
  IssueRefusal,
  SubmissionRefusal,
} from './refusals';
export { RunSettlement, SETTLEMENT_STEPS, type MonthToSettle } from './run-settlement';
export {
  RUN_KINDS,
  RUN_STATES,
  type RunKind,
  type RunState,
  type RunTotals,
  type SettlementRun,
} from './settlement-run';
export { SubmitSettlement } from './submit-settlement';
export { ReRatingSettings } from './re-rating-settings';
export { ReRatePart } from './re-rate-part';
export { SettleMonth, type SettlementAskedFor } from './settle-month';
export { RUN_ORDER, SettlementRunsStore, type RunPage } from './settlement-runs.store';
export { SettlementModule } from './settlement.module';
export {
  STATEMENT_STATES,
  isIssued,
  type Statement,
  type StatementId,
  type StatementState,
  type StoredLine,
} from './statement';
export { LINE_ORDER, StatementLinesStore, type LinePage, type LinePlace } from './statement-lines.store';
export { STATEMENT_ORDER, StatementsStore, type StatementPage } from './statements.store';
export {
  CompareRuns,
  type ComparedRuns,
  type ComparisonRefusal,
  type RunsToCompare,
} from './differences/compare-runs';
export { AcknowledgeVariances, type VariancesToAcknowledge } from './variances/acknowledge-variances';
export type { EvaluatedVariances } from './variances/evaluate-variances';
export { ReadVariances, type RunVariances } from './variances/read-variances';
export type { VarianceAcknowledgement } from './variances/variance-acknowledgement';
