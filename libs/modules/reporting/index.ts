export { ExportStatement, type ExportedStatement, type StatementToExport } from './export-statement';
export { ExportStatements, type StatementsToExport } from './export-statements';
export { manifestText, type Manifest, type ManifestFile } from './formats/manifest';
export type { KindRevenue, Occurrences } from './month-facts.store';
export { ReadMonthFacts, type MonthFacts } from './read-month-facts';
export { ReportingModule } from './reporting.module';
