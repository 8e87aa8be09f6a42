import { Module } from '@nestjs/common';
import { AccountWritesStore } from './account-writes.store';
import { AccountingMonthsStore } from './accounting-months.store';
import { AssignMonths } from './assign-months';
import { JournalsStore } from './journals.store';

const PROVIDERS = [AccountWritesStore, AccountingMonthsStore, AssignMonths, JournalsStore];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class LedgerModule {}
