import { Module } from '@nestjs/common';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { AgreeReconciliation } from './agree-reconciliation';
import { ChooseDifferences } from './choose-differences';
import { DifferencesStore } from './differences.store';
import { DisputeDifferences } from './dispute-differences';
import { ExportDifferences } from './export-differences';
import { ListAgreements } from './list-agreements';
import { ListDifferences } from './list-differences';
import { ListDisputedDifferences } from './list-disputed-differences';
import { ListReconciliations } from './list-reconciliations';
import { MakeClaims } from './make-claims';
import { MatchReconciliation } from './match-reconciliation';
import { MatchSides } from './match-sides';
import { MatchedSidesStore } from './matched-sides.store';
import { NewDifferencesStore } from './new-differences.store';
import { OurFiguresStore } from './our-figures.store';
import { ReadReconciliation } from './read-reconciliation';
import { ReceiveReconciliation } from './receive-reconciliation';
import { ReconciliationAgreementsStore } from './reconciliation-agreements.store';
import { ReconciliationFilesStore } from './reconciliation-files.store';
import { ReconciliationRunsStore } from './reconciliation-runs.store';
import { ReconciliationTotalsStore } from './reconciliation-totals.store';
import { RecordTraitsStore } from './record-traits.store';
import { ResolutionsStore } from './resolutions.store';
import { ResolveDifferences } from './resolve-differences';
import { StagePartnerFile } from './stage-partner-file';
import { StagedRowsStore } from './staged-rows.store';

const VERBS = [
  AgreeReconciliation,
  DisputeDifferences,
  ExportDifferences,
  ListAgreements,
  ListDifferences,
  ListDisputedDifferences,
  ListReconciliations,
  MatchReconciliation,
  ReadReconciliation,
  ReceiveReconciliation,
  ResolveDifferences,
];
const STORES = [
  DifferencesStore,
  MatchedSidesStore,
  NewDifferencesStore,
  OurFiguresStore,
  ReconciliationAgreementsStore,
  ReconciliationFilesStore,
  ReconciliationRunsStore,
  ReconciliationTotalsStore,
  RecordTraitsStore,
  ResolutionsStore,
  StagedRowsStore,
];

/** What a partner's file says beside our own figures, key by key, and what is done about the differences. */
@Module({
  imports: [PartiesModule, SettlementModule],
  providers: [...VERBS, ...STORES, ChooseDifferences, MakeClaims, MatchSides, StagePartnerFile],
  exports: VERBS,
})
export class ReconciliationModule {}
