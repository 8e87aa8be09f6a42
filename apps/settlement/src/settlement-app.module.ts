import { Module } from '@nestjs/common';
import { ReportingModule } from '@ciyuan/modules/reporting';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { DueWork } from './due-work/due-work';
import { DueWorkController } from './due-work/due-work.controller';
import { ManifestController } from './runs/manifest.controller';
import { RunsController } from './runs/runs.controller';
import { StatementsController } from './statements/statements.controller';

/** The month's end: runs, statements, their export, and what falls due by the clock. */
@Module({
  imports: [ReportingModule, SettlementModule, SubscriptionsModule],
  providers: [DueWork],
  controllers: [DueWorkController, ManifestController, RunsController, StatementsController],
})
export class SettlementAppModule {}
