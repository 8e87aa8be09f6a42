import { Module } from '@nestjs/common';
import { ChargingModule } from '@ciyuan/modules/charging';
import { BalanceController } from './balances/balance.controller';
import { SuspenseController } from './suspense/suspense.controller';
import { UsageController } from './usage/usage.controller';

/** The hot path: intake of usage, suspense, balances. */
@Module({
  imports: [ChargingModule],
  controllers: [BalanceController, SuspenseController, UsageController],
})
export class ChargingAppModule {}
