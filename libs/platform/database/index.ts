export { COPY_NULL, byteaArray, copyChunks, copyText, plainArray, textArray } from './copy-text';
export { runChecks, type CheckResult, type Violation } from './checks';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export { entities } from './entities';
export { isDataError, isRetryable, sqlState } from './sql-state';
export { TableTwin } from './table-twin';
export { Tx } from './tx';
export { unlessRolledBack, type RollBack } from './rolled-back';
