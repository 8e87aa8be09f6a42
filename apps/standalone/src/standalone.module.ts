import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@ciyuan/platform/auth';
import { ClockModule } from '@ciyuan/platform/clock';
import { DatabaseModule } from '@ciyuan/platform/database';
import { CatalogueAppModule } from '../../catalogue/src/catalogue-app.module';
import { ChargingAppModule } from '../../charging/src/charging-app.module';
import { SeedModule } from '../../cli/src/seed/seed.module';
import { SettlementAppModule } from '../../settlement/src/settlement-app.module';
import { ConsolePageController } from './console-page.controller';

/** Every application in one process. */
@Module({})
export class StandaloneModule {
  static at(databaseUrl: string): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        DatabaseModule.at(databaseUrl),
        ClockModule.forRoot(),
        AuthModule,
        CatalogueAppModule,
        ChargingAppModule,
        SeedModule,
        SettlementAppModule,
      ],
      controllers: [ConsolePageController],
    };
  }
}
