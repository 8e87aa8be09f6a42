import { Module } from '@nestjs/common';
import { ChargingModule } from '@ciyuan/modules/charging';
import { ReportingModule } from '@ciyuan/modules/reporting';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { BalanceController } from './balances/balance.controller';
import { CommitmentsController } from './commitments/commitments.controller';
import { ReRatingsController } from './corrections/re-ratings.controller';
import { VoidsController } from './corrections/voids.controller';
import { ExplanationController } from './explanations/explanation.controller';
import { GrantMovementsController } from './balances/grant-movements.controller';
import { IntakeController } from './intake/intake.controller';
import { SuspenseCausesController } from './suspense/suspense-causes.controller';
import { SuspenseController } from './suspense/suspense.controller';
import { UsageListController } from './usage-list/usage-list.controller';
import { UsageController } from './usage/usage.controller';

/** The hot path: intake of usage, its corrections, suspense, balances. */
@Module({
  imports: [ChargingModule, ReportingModule, SubscriptionsModule],
  controllers: [
    BalanceController,
    CommitmentsController,
    ExplanationController,
    GrantMovementsController,
    IntakeController,
    ReRatingsController,
    SuspenseCausesController,
    SuspenseController,
    UsageController,
    UsageListController,
    VoidsController,
  ],
})
export class ChargingAppModule {}
