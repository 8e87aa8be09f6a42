export { ExplainRecord, type ExplainedRecord, type ExplanationRefusal } from './explain-record';
export { ExportStatement, type ExportedStatement, type StatementToExport } from './export-statement';
export { ExportStatements, type StatementsToExport } from './export-statements';
export { manifestText, type Manifest, type ManifestFile } from './formats/manifest';
export type { KindRevenue, Occurrences } from './month-facts.store';
export { ReadMonthFacts, type MonthFacts } from './read-month-facts';
export type { FigureDifference } from './replay/figures';
export { ReportingModule } from './reporting.module';
export { VerifyMonth, type MonthVerdict, type VerifyProgress } from './verify-month';
