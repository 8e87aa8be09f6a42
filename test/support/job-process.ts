import { setTimeout as pause } from 'node:timers/promises';
import type { ModuleMetadata, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ClockModule, type MovableClock } from '../../libs/platform/clock';
import { ConfigModule, readConfig } from '../../libs/platform/config';
import { DatabaseModule } from '../../libs/platform/database';
import { FindJob, JobSettings, JobsModule, type JobKind, type JobRun } from '../../libs/platform/jobs';

const PATIENCE_MS = 8_000;

export interface JobProcessOptions {
  readonly databaseUrl: string;
  /** Without one the queue is in the database. */
  readonly redisUrl: string | undefined;
  readonly clock: MovableClock;
  readonly kinds: readonly Type<JobKind>[];
  /** Where the kinds have what they need from. */
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
}

/** Relays and sweeps when it is told to, and has no patience where others have some. */
class TestSettings extends JobSettings {
  override readonly relayEveryMs = 3_600_000;
  override readonly sweepEveryMs = 3_600_000;
  override readonly progressEveryMs = 0;
  override readonly pauseMs = 10;
}

/** What is one process elsewhere: jobs over a database and a queue, with connections of its own. */
export class JobProcess {
  private constructor(private readonly module: TestingModule) {}

  /** Up, but it works on nothing before it is started. */
  static async of({
    databaseUrl,
    redisUrl,
    clock,
    kinds,
    imports = [],
  }: JobProcessOptions): Promise<JobProcess> {
    const module = await Test.createTestingModule({
      imports: [
        DatabaseModule.at(databaseUrl, 6),
        ClockModule.forRoot(clock),
        ConfigModule.forRoot({ ...readConfig({}), databaseUrl, redisUrl }),
        JobsModule.of({ kinds, imports }),
      ],
    })
      .overrideProvider(JobSettings)
      .useClass(TestSettings)
      .compile();
    module.useLogger(false);
    return new JobProcess(module);
  }

  async start(): Promise<this> {
    await this.module.init();
    return this;
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.module.get<T>(type, { strict: false });
  }

  /** The run once it is as `isSo` says. */
  async when(id: number, isSo: (run: JobRun) => boolean): Promise<JobRun> {
    for (const from = performance.now(); ; await pause(10)) {
      const run = await this.get(FindJob).run(id);
      if (run === undefined) throw new Error(`there is no run ${id}`);
      if (isSo(run)) return run;
      if (performance.now() - from > PATIENCE_MS)
        throw new Error(`run ${id} is still ${JSON.stringify(run)}`);
    }
  }

  ended(id: number): Promise<JobRun> {
    return this.when(id, ({ state }) => state === 'done' || state === 'failed');
  }

  stop(): Promise<void> {
    return this.module.close();
  }
}
