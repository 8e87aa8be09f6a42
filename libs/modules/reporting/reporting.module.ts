import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { ExplainRecord } from './explain-record';
import { ExportStatement } from './export-statement';
import { ExportStatements } from './export-statements';
import { MonthFactsStore } from './month-facts.store';
import { ReadMonthFacts } from './read-month-facts';
import { AccountLogStore } from './replay/account-log.store';
import { SubscriptionLogStore } from './replay/subscription-log.store';
import { CheckExplained } from './replay/check-explained';
import { ReadAccountLog } from './replay/read-account-log';
import { ShareRecord } from './replay/share-record';
import { StatedGrantsStore } from './replay/stated-grants.store';
import { TakenOnAnchorsStore } from './replay/taken-on-anchors.store';
import { StoredFiguresStore } from './replay/stored-figures.store';
import { StoredRollupsStore } from './replay/stored-rollups.store';
import { StoredSettlementStore } from './replay/stored-settlement.store';
import { VerifyAccount } from './replay/verify-account';
import { VerifySettlement } from './replay/verify-settlement';
import { VerifyMonth } from './verify-month';

/** What is on record, for those outside: statements as files, and the facts of a month. */
@Module({
  imports: [CatalogueModule, SettlementModule],
  providers: [
    AccountLogStore,
    SubscriptionLogStore,
    CheckExplained,
    ExplainRecord,
    ExportStatement,
    ExportStatements,
    MonthFactsStore,
    ReadAccountLog,
    ReadMonthFacts,
    ShareRecord,
    StatedGrantsStore,
    TakenOnAnchorsStore,
    StoredFiguresStore,
    StoredRollupsStore,
    StoredSettlementStore,
    VerifyAccount,
    VerifyMonth,
    VerifySettlement,
  ],
  exports: [ExplainRecord, ExportStatement, ExportStatements, ReadMonthFacts, VerifyMonth],
})
export class ReportingModule {}
