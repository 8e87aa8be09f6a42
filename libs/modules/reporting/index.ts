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
export { ExplainRecord, type ExplainedRecord, type ExplanationRefusal } from './explain-record';
export { ExportStatement, type ExportedStatement, type StatementToExport } from './export-statement';
export { ExportStatements, type StatementsToExport } from './export-statements';
export { differencesCsv } from './formats/differences-csv';
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
export type { KindRevenue, Occurrences } from './month-facts.store';
export { ReadMonthFacts, type MonthFacts } from './read-month-facts';
export type { FigureDifference } from './replay/figures';
export { RecordGroupsStore, type RecordGroups } from './record-groups.store';
export { ReportingModule } from './reporting.module';
export { VerifyMonth, type MonthVerdict, type VerifyProgress } from './verify-month';
export { MakeVouchers, type MonthVouchers } from './vouchers/make-vouchers';
export type { EnteredLine, Voucher } from './vouchers/vouchers';
