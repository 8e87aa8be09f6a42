export type { KindRevenue, Occurrences } from './month-facts.store';
export { ReadMonthFacts, type MonthFacts } from './read-month-facts';
export { ReportingModule } from './reporting.module';
