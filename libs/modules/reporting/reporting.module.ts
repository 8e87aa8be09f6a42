import { Module } from '@nestjs/common';
import { BillingModule } from '@ciyuan/modules/billing';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { DeferredRevenueStore } from './books/deferred-revenue.store';
import { ReadDeferredRevenue } from './books/read-deferred-revenue';
import { ReadTrialBalance } from './books/read-trial-balance';
import { TrialBalanceStore } from './books/trial-balance.store';
import { BreakageStore } from './breakage/breakage.store';
import { ReadBreakage } from './breakage/read-breakage';
import { ExplainRecord } from './explain-record';
import { ExportStatement } from './export-statement';
import { ExportStatements } from './export-statements';
import { ExportFocus } from './focus/export-focus';
import { BookedMoneyStore } from './focus/booked-money.store';
import { FocusAccountsStore } from './focus/focus-accounts.store';
import { ReadAccountCharges } from './focus/read-account-charges';
import { StreamFocus } from './focus/stream-focus';
import { ExportInvoice } from './invoices/export-invoice';
import { MarginPiecesStore } from './margin/margin-pieces.store';
import { ReadMargin } from './margin/read-margin';
import { MonthFactsStore } from './month-facts.store';
import { ReadMonthFacts } from './read-month-facts';
import { RecordGroupsStore } from './record-groups.store';
import { AccountLogStore } from './replay/account-log.store';
import { SubscriptionLogStore } from './replay/subscription-log.store';
import { CheckExplained } from './replay/check-explained';
import { ReadAccountLog } from './replay/read-account-log';
import { RetellCorrections } from './replay/retell-corrections';
import { ShareRecord } from './replay/share-record';
import { StatedGrantsStore } from './replay/stated-grants.store';
import { TakenOnAnchorsStore } from './replay/taken-on-anchors.store';
import { StoredFiguresStore } from './replay/stored-figures.store';
import { StoredInvoicesStore } from './replay/stored-invoices.store';
import { StoredRollupsStore } from './replay/stored-rollups.store';
import { StoredSettlementStore } from './replay/stored-settlement.store';
import { VerifyAccount } from './replay/verify-account';
import { VerifyInvoices } from './replay/verify-invoices';
import { VerifySettlement } from './replay/verify-settlement';
import { ListGrantMovements } from './grants/list-grant-movements';
import { ListedMovementsStore } from './grants/listed-movements.store';
import { IntakeStore } from './intake/intake.store';
import { ReadIntake } from './intake/read-intake';
import { BookedDaysStore } from './overview/booked-days.store';
import { FindImbalance } from './overview/find-imbalance';
import { ImbalanceStore } from './overview/imbalance.store';
import { PayingAccountsStore } from './overview/paying-accounts.store';
import { ReadCommitmentPaces } from './overview/read-commitment-paces';
import { ReadOverview } from './overview/read-overview';
import { RunningCommitmentsStore } from './overview/running-commitments.store';
import { SearchNames } from './search/search-names';
import { SearchStore } from './search/search.store';
import { ListUsage } from './usage-list/list-usage';
import { ListedUsageStore } from './usage-list/listed-usage.store';
import { VerifyMonth } from './verify-month';
import { MakeVouchers } from './vouchers/make-vouchers';
import { VoucherSumsStore } from './vouchers/voucher-sums.store';

/** The ledger as finance reads it. */
const BOOKS = [ReadTrialBalance, ReadDeferredRevenue, MakeVouchers];
const BOOK_STORES = [TrialBalanceStore, DeferredRevenueStore, VoucherSumsStore];

/** What months came to for the operator. */
const EARNINGS = [ReadBreakage, ReadMargin];
const EARNINGS_STORES = [BreakageStore, MarginPiecesStore];

/** What the operator's people look at from day to day. */
const READS = [
  FindImbalance,
  ListGrantMovements,
  ListUsage,
  ReadCommitmentPaces,
  ReadIntake,
  ReadOverview,
  SearchNames,
];
const READ_STORES = [
  ImbalanceStore,
  BookedDaysStore,
  IntakeStore,
  ListedMovementsStore,
  ListedUsageStore,
  PayingAccountsStore,
  RunningCommitmentsStore,
  SearchStore,
];

/** What is on record, for those outside: statements as files, and the facts of a month. */
@Module({
  imports: [
    BillingModule,
    CatalogueModule,
    LedgerModule,
    PartiesModule,
    SettlementModule,
    SubscriptionsModule,
  ],
  providers: [
    ...BOOKS,
    ...BOOK_STORES,
    ...EARNINGS,
    ...EARNINGS_STORES,
    ...READS,
    ...READ_STORES,
    AccountLogStore,
    SubscriptionLogStore,
    CheckExplained,
    ExplainRecord,
    ExportFocus,
    StreamFocus,
    ExportInvoice,
    ExportStatement,
    ExportStatements,
    BookedMoneyStore,
    FocusAccountsStore,
    MonthFactsStore,
    ReadAccountCharges,
    ReadAccountLog,
    RetellCorrections,
    ReadMonthFacts,
    RecordGroupsStore,
    ShareRecord,
    StatedGrantsStore,
    TakenOnAnchorsStore,
    StoredFiguresStore,
    StoredInvoicesStore,
    StoredRollupsStore,
    StoredSettlementStore,
    VerifyAccount,
    VerifyInvoices,
    VerifyMonth,
    VerifySettlement,
  ],
  exports: [
    ...BOOKS,
    ...EARNINGS,
    ...READS,
    RecordGroupsStore,
    ExplainRecord,
    ExportFocus,
    ExportInvoice,
    ExportStatement,
    ExportStatements,
    ReadMonthFacts,
    StreamFocus,
    VerifyMonth,
  ],
})
export class ReportingModule {}
