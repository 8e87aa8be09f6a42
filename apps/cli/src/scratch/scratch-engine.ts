import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Instant } from '@ciyuan/core/kernel';
import { BillingModule } from '@ciyuan/modules/billing';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { ChargingModule } from '@ciyuan/modules/charging';
import { PartiesModule } from '@ciyuan/modules/parties';
import { ReportingModule } from '@ciyuan/modules/reporting';
import { SettlementModule } from '@ciyuan/modules/settlement';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { DatabaseModule } from '@ciyuan/platform/database';
import {
  ensureDatabase,
  startEmbeddedPostgres,
  type DatabaseUrls,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '@ciyuan/platform/embedded-postgres';
import { migrate } from '@ciyuan/platform/migrations';
import { SeedModule } from '../seed/seed.module';

export type ScratchSettings = Pick<EmbeddedPostgresOptions, 'durability' | 'extraSettings'>;

/** A PostgreSQL of its own in a temporary folder, gone when it is stopped. */
export class ScratchDatabase {
  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
    readonly urls: DatabaseUrls,
  ) {}

  static async start(settings: ScratchSettings): Promise<ScratchDatabase> {
    const folder = mkdtempSync(join(tmpdir(), 'ciyuan-scratch-'));
    const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), ...settings });
    const urls = await ensureDatabase(server, 'scratch');
    await migrate(urls.ownerUrl);
    return new ScratchDatabase(folder, server, urls);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The engine's modules without any edge, on a clock that is moved by hand. */
export class Engine {
  private constructor(
    private readonly context: INestApplicationContext,
    readonly clock: MovableClock,
  ) {}

  static async start(databaseUrl: string, now: Instant): Promise<Engine> {
    const clock = new MovableClock(now);
    class EngineModule {}
    Module({
      imports: [
        DatabaseModule.at(databaseUrl),
        ClockModule.forRoot(clock),
        BillingModule,
        CatalogueModule,
        ChargingModule,
        PartiesModule,
        ReportingModule,
        SeedModule,
        SettlementModule,
        SubscriptionsModule,
      ],
    })(EngineModule);
    const context = await NestFactory.createApplicationContext(EngineModule, {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    return new Engine(context, clock);
  }

  get<T>(type: Type<T>): T {
    return this.context.get(type, { strict: false });
  }

  stop(): Promise<void> {
    return this.context.close();
  }
}
