import { Module } from '@nestjs/common';
import { BillingModule } from '@ciyuan/modules/billing';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { ChargingModule } from '@ciyuan/modules/charging';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { UsageModule } from '@ciyuan/modules/usage';
import { ApproveSettlement } from './approve-settlement';
import { BASES, OF_BASES } from './bases/bases-providers';
import { CLAWBACKS, OF_CLAWBACKS } from './clawbacks/clawbacks-providers';
import { CLOSE, OF_CLOSE } from './close/close-providers';
import { CONTRACTS, OF_CONTRACTS } from './contracts/contracts-providers';
import { CompareRuns } from './differences/compare-runs';
import { SettledLinesStore } from './differences/settled-lines.store';
import { DISPUTES, DISPUTING, OF_DISPUTES } from './disputes/disputes-providers';
import { FindReRating } from './find-re-rating';
import { FindSettlementRun } from './find-settlement-run';
import { IssueStatements } from './issue-statements';
import { IssuedFiguresStore } from './issued-figures.store';
import { LIFE, OF_LIFE } from './life/life-providers';
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
import { ReRatingSettings } from './re-rating-settings';
import { ReRatePart } from './re-rate-part';
import { RecomputeSettlement } from './recompute-settlement';
import { RollupLinesStore } from './rollup-lines.store';
import { RunProforma } from './run-proforma';
import { RunSettlement } from './run-settlement';
import { SettleMonth } from './settle-month';
import { SettlementPostingsStore } from './settlement-postings.store';
import { SettlementRunsStore } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';
import { StatementHoldbacksStore } from './statement-holdbacks.store';
import { StatementLinesStore } from './statement-lines.store';
import { StatementsStore } from './statements.store';
import { SubmitSettlement } from './submit-settlement';
import { VARIANCES, OF_VARIANCES } from './variances/variances-providers';
import { WriteSettlement } from './write-settlement';

const VERBS = [
  ApproveSettlement,
  CompareRuns,
  FindReRating,
  FindSettlementRun,
  IssueStatements,
  ListSettlementRuns,
  ListStatements,
  PreviewSettlement,
  ReadSettlementDocuments,
  ReadStatement,
  RecomputeSettlement,
  RunSettlement,
  ReRatePart,
  SettleMonth,
  SubmitSettlement,
  ...BASES,
  ...CLAWBACKS,
  ...CLOSE,
  ...CONTRACTS,
  ...DISPUTES,
  ...DISPUTING,
  ...LIFE,
  ...VARIANCES,
];
const STORES = [SettlementRunsStore, StatementLinesStore, StatementsStore];
const PARTS = [
  IssuedFiguresStore,
  LoadSettlement,
  OpenSuspenseStore,
  PartyTransfersStore,
  PostSettlement,
  PrepareIssue,
  RollupLinesStore,
  RunProforma,
  SettledLinesStore,
  SettlementPostingsStore,
  SettlementSplitsStore,
  StatementHoldbacksStore,
  ReRatingSettings,
  WriteSettlement,
  ...OF_BASES,
  ...OF_CLAWBACKS,
  ...OF_CLOSE,
  ...OF_CONTRACTS,
  ...OF_DISPUTES,
  ...OF_LIFE,
  ...OF_VARIANCES,
];

/** A month's revenue shared among its parties: calculated, signed, issued, disputed and paid. */
@Module({
  imports: [
    BillingModule,
    CatalogueModule,
    ChargingModule,
    LedgerModule,
    PartiesModule,
    SubscriptionsModule,
    UsageModule,
  ],
  providers: [...VERBS, ...STORES, ...PARTS],
  exports: [...VERBS, ...STORES, LoadSettlement],
})
export class SettlementModule {}
