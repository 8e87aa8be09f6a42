export type { Reconciled, RollForward, RollForwardLine } from './books/deferred-revenue';
export { deferredRevenueCsv } from './books/deferred-revenue-csv';
export { ReadDeferredRevenue } from './books/read-deferred-revenue';
export { ReadTrialBalance } from './books/read-trial-balance';
export {
  creditOf,
  debitOf,
  type AssetTotals,
  type BalanceLine,
  type BalanceSpan,
  type TrialBalance,
} from './books/trial-balance';
export { trialBalanceCsv } from './books/trial-balance-csv';
export { breakageRate, type BreakageMonth, type BreakageReport } from './breakage/breakage-report';
export { breakageTable, breakageText } from './breakage/breakage-table';
export { ReadBreakage } from './breakage/read-breakage';
export { ExplainRecord, type ExplainedRecord, type ExplanationRefusal } from './explain-record';
export { ExportStatement, type ExportedStatement, type StatementToExport } from './export-statement';
export { ExportStatements, type StatementsToExport } from './export-statements';
export { differencesCsv } from './formats/differences-csv';
export { ExportFocus, focusFileName, type FocusManifest } from './focus/export-focus';
export type { FocusScope } from './focus/focus-accounts.store';
export { StreamFocus } from './focus/stream-focus';
export { manifestText, type Manifest, type ManifestFile } from './formats/manifest';
export { yuanText } from './formats/plain-text';
export {
  EXPORT_FORMATS,
  MOST_ROWS_A_SHEET,
  USUAL_ROWS_A_SHEET,
  type ExportFormat,
  type ReportSettings,
} from './formats/report-format';
export type { OperatorFile } from './formats/operator-files';
export { ExportInvoice, type ExportedInvoice } from './invoices/export-invoice';
export { INVOICE_FORMATS, type InvoiceFormat } from './invoices/invoice-paper';
export { MARGIN_DIMENSIONS, type MarginDimension, type MarginGrouping } from './margin/margin-dimension';
export type { MarginMonth, MarginReport, MarginRow } from './margin/margin-report';
export { marginState, marginTable } from './margin/margin-table';
export { marginText } from './margin/margin-text';
export { ReadMargin, type MarginAsked } from './margin/read-margin';
export type { KindRevenue, Occurrences } from './month-facts.store';
export { ReadMonthFacts, type MonthFacts } from './read-month-facts';
export type { FigureDifference } from './replay/figures';
export { RecordGroupsStore, type RecordGroups } from './record-groups.store';
export { ReportingModule } from './reporting.module';
export {
  TABLE_FORMATS,
  tableBytes,
  tableManifest,
  type TableFormat,
  type TableManifest,
} from './tables/table-files';
export type { ReportTable } from './tables/report-table';
export { ListGrantMovements } from './grants/list-grant-movements';
export { MOVEMENT_ORDER, type GrantMovementRow } from './grants/listed-movements.store';
export type { PartnerIntake, WriteCounts } from './intake/partner-intake';
export { ReadIntake, type IntakeRead } from './intake/read-intake';
export type { CommitmentPace } from './overview/commitment-pace';
export {
  REVENUE_KINDS,
  type ModelTotal,
  type Overview,
  type OverviewDay,
  type Revenue,
  type RevenueKind,
} from './overview/overview';
export { FindImbalance } from './overview/find-imbalance';
export { ReadCommitmentPaces } from './overview/read-commitment-paces';
export { ReadOverview, type DaysAsked } from './overview/read-overview';
export { SearchNames } from './search/search-names';
export { FOUND_KINDS, type Found, type FoundKind } from './search/search.store';
export { ListUsage, MOST_USAGE_DAYS, type UsageAsked, type UsageFound } from './usage-list/list-usage';
export { USAGE_STATES, type ListedUsage, type UsageCharge, type UsageState } from './usage-list/listed-usage';
export { USAGE_ORDER } from './usage-list/listed-usage.store';
export { VerifyMonth, type MonthVerdict, type VerifyProgress } from './verify-month';
export { MakeVouchers, type MonthVouchers } from './vouchers/make-vouchers';
export type { EnteredLine, Voucher } from './vouchers/vouchers';
