import { Test, type TestingModule } from '@nestjs/testing';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { ChargingModule } from '@ciyuan/modules/charging';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { Database, DatabaseModule, runChecks } from '@ciyuan/platform/database';
import { freshDatabase, type FreshDatabase } from './database';

/** The engine's modules on a database and a clock of their own. */
export class Engine {
  private constructor(
    readonly urls: FreshDatabase,
    readonly clock: MovableClock,
    private readonly module: TestingModule,
  ) {}

  static async start(now: string): Promise<Engine> {
    const urls = await freshDatabase();
    const clock = new MovableClock(Date.parse(now));
    const module = await Test.createTestingModule({
      imports: [
        DatabaseModule.at(urls.appUrl, 6),
        ClockModule.forRoot(clock),
        CatalogueModule,
        ChargingModule,
        PartiesModule,
        SubscriptionsModule,
      ],
    }).compile();
    await module.init();
    return new Engine(urls, clock, module);
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.module.get<T>(type);
  }

  /** Rows of any statement, as the application sees them. */
  rows<Row extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.get(Database).transaction((tx) => tx.rows<Row>(sql, values));
  }

  /** What breaks the identities over stored rows: nothing, if all is well. */
  async violations(): Promise<string[]> {
    const results = await this.get(Database).transaction(runChecks);
    return results.flatMap(({ name, violations }) =>
      violations.map((one) => `${name}: ${one.what}: ${one.detail}`),
    );
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.urls.drop();
  }
}
