export { AccountWritesStore, type AccountWrite, type WriteKind } from './account-writes.store';
export { AccountingMonthsStore, type MonthState } from './accounting-months.store';
export { AssignMonths, OPERATOR_ZONE, type AssignedMonths, type BookedSpan } from './assign-months';
export { JournalsStore, type BookedBatch, type BookedLine } from './journals.store';
export { LedgerModule } from './ledger.module';
