import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
import { ConfigError } from '@ciyuan/platform/config';
import { DatabaseModule } from '@ciyuan/platform/database';
import {
  STORED_DATABASE,
  clusterFolder,
  ensureDatabase,
  startEmbeddedPostgres,
  type DatabaseUrls,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '@ciyuan/platform/embedded-postgres';
import { migrate } from '@ciyuan/platform/migrations';
import { SeedModule } from '../seed/seed.module';

export interface ScratchSettings extends Pick<EmbeddedPostgresOptions, 'durability' | 'extraSettings'> {
  /** A data folder that is left there afterwards, for `DATA_DIR`. */
  readonly keptIn?: string;
}

/** A PostgreSQL of its own in a temporary folder, gone when it is stopped; or in one that is kept. */
export class ScratchDatabase {
  private constructor(
    private readonly folder: string,
    private readonly isKept: boolean,
    private readonly server: EmbeddedPostgres,
    readonly urls: DatabaseUrls,
  ) {}

  /** Refuses a folder to keep that holds something already. */
  static async start({ keptIn, ...settings }: ScratchSettings): Promise<ScratchDatabase> {
    if (keptIn !== undefined && existsSync(keptIn) && readdirSync(keptIn).length > 0)
      throw new ConfigError(`${keptIn} holds something already: name a folder that is empty, or not there`);
    const folder = keptIn ?? mkdtempSync(join(tmpdir(), 'ciyuan-scratch-'));
    const server = await startEmbeddedPostgres({ folder: clusterFolder(folder), ...settings });
    const urls = await ensureDatabase(server, STORED_DATABASE);
    await migrate(urls.ownerUrl);
    return new ScratchDatabase(folder, keptIn !== undefined, server, urls);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    if (!this.isKept) rmSync(this.folder, { recursive: true, force: true });
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
