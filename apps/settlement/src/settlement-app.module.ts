import { Module } from '@nestjs/common';
import { BillingModule } from '@ciyuan/modules/billing';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { ChargingModule } from '@ciyuan/modules/charging';
import { ReconciliationModule } from '@ciyuan/modules/reconciliation';
import { ReportingModule } from '@ciyuan/modules/reporting';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { JobsModule } from '@ciyuan/platform/jobs';
import { DisputeLinesController } from './disputes/dispute-lines.controller';
import { DisputesController } from './disputes/disputes.controller';
import { EvidenceController } from './disputes/evidence.controller';
import { AdjustmentDecisionsController } from './adjustments/adjustment-decisions.controller';
import { AdjustmentsController } from './adjustments/adjustments.controller';
import { BillRunsController } from './bills/bill-runs.controller';
import { BillingProfileController } from './bills/billing-profile.controller';
import { InvoiceCorrectionsController } from './bills/invoice-corrections.controller';
import { InvoicesController } from './bills/invoices.controller';
import { RequestBilling } from './bills/request-billing';
import { ClawbacksController } from './clawbacks/clawbacks.controller';
import { ContractsController } from './contracts/contracts.controller';
import { DueWork } from './due-work/due-work';
import { DueWorkController } from './due-work/due-work.controller';
import { RequestDueWork } from './due-work/request-due-work';
import { BillingJob } from './jobs/billing-job';
import { ConfirmationJob } from './jobs/confirmation-job';
import { ExpiryJob } from './jobs/expiry-job';
import { ExportJob } from './jobs/export-job';
import { FocusExportJob } from './jobs/focus-export-job';
import { JobFilesController } from './jobs/job-files.controller';
import { JobsController } from './jobs/jobs.controller';
import { OpenJobFile } from './jobs/open-job-file';
import { OrderImportJob } from './jobs/order-import-job';
import { ReRatingJob } from './jobs/re-rating-job';
import { ReconciliationJob } from './jobs/reconciliation-job';
import { RenewalJob } from './jobs/renewal-job';
import { SettlementJob } from './jobs/settlement-job';
import { BooksController } from './ledger/books.controller';
import { VouchersController } from './ledger/vouchers.controller';
import { MonthsController } from './months/months.controller';
import { WaiversController } from './months/waivers.controller';
import { OrderImportsController } from './order-imports/order-imports.controller';
import { RequestOrderImport } from './order-imports/request-order-import';
import { DifferencesController } from './runs/differences.controller';
import { ApprovalsController } from './overview/approvals/approvals.controller';
import { ListApprovals } from './overview/approvals/list-approvals';
import { WaitingBills } from './overview/approvals/waiting-bills';
import { WaitingDocuments } from './overview/approvals/waiting-documents';
import { WaitingMonths } from './overview/approvals/waiting-months';
import { WaitingPartners } from './overview/approvals/waiting-partners';
import { AlertedLists } from './overview/alerted-lists';
import { ListAlerts } from './overview/list-alerts';
import { OverviewController } from './overview/overview.controller';
import { SearchController } from './overview/search/search.controller';
import { PaymentsController } from './payments/payments.controller';
import { CollectionsController } from './phone-bills/collections.controller';
import { FeedbackController } from './phone-bills/feedback.controller';
import { PhoneBillFilesController } from './phone-bills/phone-bill-files.controller';
import { BreakageController } from './reports/breakage.controller';
import { FocusController } from './reports/focus.controller';
import { MarginController } from './reports/margin.controller';
import { AgreementsController } from './reconciliation/agreements.controller';
import { DifferenceDisputesController } from './reconciliation/difference-disputes.controller';
import { ReconciliationDifferencesController } from './reconciliation/reconciliation-differences.controller';
import { ReconciliationsController } from './reconciliation/reconciliations.controller';
import { RequestReconciliation } from './reconciliation/request-reconciliation';
import { ManifestController } from './runs/manifest.controller';
import { RunsController } from './runs/runs.controller';
import { VariancesController } from './runs/variances.controller';
import { PayoutsController } from './statement-life/payouts.controller';
import { StatementLifeController } from './statement-life/statement-life.controller';
import { StatementBasesController } from './statements/statement-bases.controller';
import { StatementsController } from './statements/statements.controller';

const FLOWS = [BillingModule, ReconciliationModule, ReportingModule, SettlementModule, SubscriptionsModule];
const ALERTS = [AlertedLists, ListAlerts];
/** What somebody else has still to decide, by the verbs of whose it is. */
const APPROVALS = [ListApprovals, WaitingBills, WaitingDocuments, WaitingMonths, WaitingPartners];
const KINDS = [
  BillingJob,
  ConfirmationJob,
  ExpiryJob,
  ExportJob,
  FocusExportJob,
  OrderImportJob,
  ReRatingJob,
  ReconciliationJob,
  RenewalJob,
  SettlementJob,
];

/** The month's end: runs, statements, their export, and what falls due by the clock; long work is done as jobs. */
@Module({
  imports: [...FLOWS, CatalogueModule, ChargingModule, JobsModule.of({ kinds: KINDS, imports: FLOWS })],
  providers: [
    ...ALERTS,
    ...APPROVALS,
    DueWork,
    OpenJobFile,
    RequestBilling,
    RequestDueWork,
    RequestOrderImport,
    RequestReconciliation,
  ],
  controllers: [
    AdjustmentDecisionsController,
    AdjustmentsController,
    ApprovalsController,
    AgreementsController,
    DifferenceDisputesController,
    ReconciliationDifferencesController,
    ReconciliationsController,
    BillRunsController,
    BillingProfileController,
    InvoiceCorrectionsController,
    InvoicesController,
    BooksController,
    ClawbacksController,
    ContractsController,
    VouchersController,
    DisputeLinesController,
    DisputesController,
    BreakageController,
    FocusController,
    MarginController,
    DueWorkController,
    EvidenceController,
    DifferencesController,
    JobFilesController,
    JobsController,
    ManifestController,
    MonthsController,
    WaiversController,
    OrderImportsController,
    OverviewController,
    PaymentsController,
    CollectionsController,
    FeedbackController,
    PhoneBillFilesController,
    PayoutsController,
    RunsController,
    SearchController,
    StatementLifeController,
    StatementBasesController,
    StatementsController,
    VariancesController,
  ],
})
export class SettlementAppModule {}
