import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@ciyuan/platform/auth';
import { ClockModule } from '@ciyuan/platform/clock';
import { ConfigModule, type Config } from '@ciyuan/platform/config';
import { DatabaseModule } from '@ciyuan/platform/database';
import { CatalogueAppModule } from '../../catalogue/src/catalogue-app.module';
import { ChargingAppModule } from '../../charging/src/charging-app.module';
import { SeedModule } from '../../cli/src/seed/seed.module';
import { SettlementAppModule } from '../../settlement/src/settlement-app.module';
import { ConsoleModule } from './console/console.module';

/** Every application in one process. */
@Module({})
export class StandaloneModule {
  /** On the database of `databaseUrl`, whether the configuration names it or it is the embedded one. */
  static at(databaseUrl: string, config: Config): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        DatabaseModule.at(databaseUrl),
        ClockModule.forRoot(),
        ConfigModule.forRoot({ ...config, databaseUrl }),
        AuthModule,
        CatalogueAppModule,
        ChargingAppModule,
        SeedModule,
        SettlementAppModule,
        ConsoleModule,
      ],
    };
  }
}
