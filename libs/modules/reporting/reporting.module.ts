import { Module } from '@nestjs/common';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { ExportStatement } from './export-statement';
import { ExportStatements } from './export-statements';
import { MonthFactsStore } from './month-facts.store';
import { ReadMonthFacts } from './read-month-facts';

/** What is on record, for those outside: statements as files, and the facts of a month. */
@Module({
  imports: [SettlementModule],
  providers: [ExportStatement, ExportStatements, MonthFactsStore, ReadMonthFacts],
  exports: [ExportStatement, ExportStatements, ReadMonthFacts],
})
export class ReportingModule {}
