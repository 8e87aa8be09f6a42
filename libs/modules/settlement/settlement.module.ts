import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { ChargingModule } from '@ciyuan/modules/charging';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { UsageModule } from '@ciyuan/modules/usage';
import { ApproveSettlement } from './approve-settlement';
import { AddEvidence } from './disputes/add-evidence';
import { CheckClaims } from './disputes/check-claims';
import { DecideDisputeLine } from './disputes/decide-dispute-line';
import { DisputeEvidenceStore } from './disputes/dispute-evidence.store';
import { DisputesStore } from './disputes/disputes.store';
import { EndDispute } from './disputes/end-dispute';
import { ListDisputes } from './disputes/list-disputes';
import { LockDisputeLine } from './disputes/lock-dispute-line';
import { OpenDispute } from './disputes/open-dispute';
import { ProposeDecision } from './disputes/propose-decision';
import { ReadDispute } from './disputes/read-dispute';
import { ReadEvidence } from './disputes/read-evidence';
import { WithdrawDisputeLine } from './disputes/withdraw-dispute-line';
import { CompareRuns } from './differences/compare-runs';
import { SettledLinesStore } from './differences/settled-lines.store';
import { ApproveReopening } from './close/approve-reopening';
import { CheckMonth } from './close/check-month';
import { CloseFindingsReader } from './close/close-findings-reader';
import { DateSteps } from './close/date-steps';
import { FreezeChecked } from './close/freeze-checked';
import { FreezeMonth } from './close/freeze-month';
import { ListMonths } from './close/list-months';
import { MonthBooksStore } from './close/month-books.store';
import { MonthEventsStore } from './close/month-events.store';
import { MonthsStore } from './close/months.store';
import { ReadMonth } from './close/read-month';
import { RequestReopening } from './close/request-reopening';
import { TakeMonthStep } from './close/take-month-step';
import { WaiveItem } from './close/waive-item';
import { WithdrawWaiver } from './close/withdraw-waiver';
import { FindSettlementRun } from './find-settlement-run';
import { IssueStatements } from './issue-statements';
import { IssuedFiguresStore } from './issued-figures.store';
import { ApprovePayment } from './life/approve-payment';
import { ConfirmStatement } from './life/confirm-statement';
import { ConfirmUnanswered } from './life/confirm-unanswered';
import { FindUnanswered } from './life/find-unanswered';
import { LockPayout } from './life/lock-payout';
import { LockStatement } from './life/lock-statement';
import { PayoutPostingsStore } from './life/payout-postings.store';
import { PostPayout } from './life/post-payout';
import { ReadStatementLife } from './life/read-statement-life';
import { RecordInvoice } from './life/record-invoice';
import { RecordPayment } from './life/record-payment';
import { StatementEventsStore } from './life/statement-events.store';
import { TakeStep } from './life/take-step';
import { TryStep } from './life/try-step';
import { ListSettlementRuns } from './list-settlement-runs';
import { ListStatements } from './list-statements';
import { LoadSettlement } from './load-settlement';
import { OpenSuspenseStore } from './open-suspense.store';
import { PartyTransfersStore } from './party-transfers.store';
import { PostSettlement } from './post-settlement';
import { PrepareIssue } from './prepare-issue';
import { PreviewSettlement } from './preview-settlement';
import { ReadSettlementDocuments } from './read-settlement-documents';
import { ReadStatement } from './read-statement';
import { RecomputeSettlement } from './recompute-settlement';
import { RollupLinesStore } from './rollup-lines.store';
import { RunProforma } from './run-proforma';
import { RunSettlement } from './run-settlement';
import { SettleMonth } from './settle-month';
import { SettlementPostingsStore } from './settlement-postings.store';
import { SettlementRunsStore } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';
import { StatementLinesStore } from './statement-lines.store';
import { StatementsStore } from './statements.store';
import { AcknowledgeVariances } from './variances/acknowledge-variances';
import { EvaluateVariances } from './variances/evaluate-variances';
import { ReadVariances } from './variances/read-variances';
import { SettledSumsStore } from './variances/settled-sums.store';
import { VarianceAcknowledgementsStore } from './variances/variance-acknowledgements.store';
import { WriteSettlement } from './write-settlement';

const VERBS = [
  ApproveSettlement,
  FindSettlementRun,
  IssueStatements,
  ListSettlementRuns,
  ListStatements,
  PreviewSettlement,
  ReadSettlementDocuments,
  ReadStatement,
  RecomputeSettlement,
  RunSettlement,
  SettleMonth,
];
/** What a party says against its statement. */
const DISPUTES = [
  AddEvidence,
  DecideDisputeLine,
  ListDisputes,
  OpenDispute,
  ProposeDecision,
  ReadDispute,
  ReadEvidence,
  WithdrawDisputeLine,
];
/** What becomes of a statement after it was issued. */
const LIFE = [
  ApprovePayment,
  ConfirmStatement,
  ConfirmUnanswered,
  FindUnanswered,
  ReadStatementLife,
  RecordInvoice,
  RecordPayment,
];
/** Looking at a run before it is signed. */
const REVIEW = [AcknowledgeVariances, CompareRuns, ReadVariances];
/** What happens to a month until it is closed. */
const CLOSE = [
  ApproveReopening,
  FreezeMonth,
  ListMonths,
  ReadMonth,
  RequestReopening,
  WaiveItem,
  WithdrawWaiver,
];
const STORES = [SettlementRunsStore, StatementLinesStore, StatementsStore];

/** A month's revenue shared among its parties: calculated, signed, issued. */
@Module({
  imports: [CatalogueModule, ChargingModule, LedgerModule, PartiesModule, SubscriptionsModule, UsageModule],
  providers: [
    ...VERBS,
    ...LIFE,
    ...DISPUTES,
    CheckClaims,
    DisputeEvidenceStore,
    DisputesStore,
    EndDispute,
    LockDisputeLine,
    ...REVIEW,
    EvaluateVariances,
    RunProforma,
    SettledLinesStore,
    SettledSumsStore,
    VarianceAcknowledgementsStore,
    ...CLOSE,
    CheckMonth,
    CloseFindingsReader,
    DateSteps,
    FreezeChecked,
    MonthBooksStore,
    MonthEventsStore,
    MonthsStore,
    TakeMonthStep,
    LockPayout,
    LockStatement,
    PayoutPostingsStore,
    PostPayout,
    StatementEventsStore,
    TakeStep,
    TryStep,
    ...STORES,
    IssuedFiguresStore,
    LoadSettlement,
    OpenSuspenseStore,
    PartyTransfersStore,
    PostSettlement,
    PrepareIssue,
    RollupLinesStore,
    SettlementPostingsStore,
    SettlementSplitsStore,
    WriteSettlement,
  ],
  exports: [...VERBS, ...LIFE, ...CLOSE, ...DISPUTES, ...REVIEW, ...STORES, LoadSettlement],
})
export class SettlementModule {}
