import { Module } from '@nestjs/common';
import { MonthFactsStore } from './month-facts.store';
import { ReadMonthFacts } from './read-month-facts';

@Module({ providers: [MonthFactsStore, ReadMonthFacts], exports: [ReadMonthFacts] })
export class ReportingModule {}
