import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { ChargingModule } from '@ciyuan/modules/charging';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { UsageModule } from '@ciyuan/modules/usage';
import { ApproveSettlement } from './approve-settlement';
import { CheckIssue } from './check-issue';
import { FindSettlementRun } from './find-settlement-run';
import { IssueStatements } from './issue-statements';
import { IssuedFiguresStore } from './issued-figures.store';
import { ListSettlementRuns } from './list-settlement-runs';
import { ListStatements } from './list-statements';
import { LoadSettlement } from './load-settlement';
import { OpenSuspenseStore } from './open-suspense.store';
import { PostSettlement } from './post-settlement';
import { ReadSettlementDocuments } from './read-settlement-documents';
import { ReadStatement } from './read-statement';
import { RecomputeSettlement } from './recompute-settlement';
import { RollupLinesStore } from './rollup-lines.store';
import { RunSettlement } from './run-settlement';
import { SettleMonth } from './settle-month';
import { SettlementPostingsStore } from './settlement-postings.store';
import { SettlementRunsStore } from './settlement-runs.store';
import { SettlementSplitsStore } from './settlement-splits.store';
import { StatementLinesStore } from './statement-lines.store';
import { StatementsStore } from './statements.store';
import { WriteSettlement } from './write-settlement';

const VERBS = [
  ApproveSettlement,
  FindSettlementRun,
  IssueStatements,
  ListSettlementRuns,
  ListStatements,
  ReadSettlementDocuments,
  ReadStatement,
  RecomputeSettlement,
  RunSettlement,
  SettleMonth,
];
const STORES = [SettlementRunsStore, StatementLinesStore, StatementsStore];

/** A month's revenue shared among its parties: calculated, signed, issued. */
@Module({
  imports: [CatalogueModule, ChargingModule, LedgerModule, PartiesModule, UsageModule],
  providers: [
    ...VERBS,
    ...STORES,
    CheckIssue,
    IssuedFiguresStore,
    LoadSettlement,
    OpenSuspenseStore,
    PostSettlement,
    RollupLinesStore,
    SettlementPostingsStore,
    SettlementSplitsStore,
    WriteSettlement,
  ],
  exports: [...VERBS, ...STORES],
})
export class SettlementModule {}
