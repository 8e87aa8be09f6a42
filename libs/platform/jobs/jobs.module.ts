import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { OutboxModule } from '@ciyuan/platform/outbox';
import { QueueModule } from '@ciyuan/platform/queue';
import { EnqueueRun } from './enqueue-run';
import { FindJob } from './find-job';
import { JobAttemptsStore } from './job-attempts.store';
import { JobFlowsStore } from './job-flows.store';
import { JobKinds, type JobKind } from './job-kind';
import { JobLoop } from './job-loop';
import { JobRunsStore } from './job-runs.store';
import { JobSettings } from './job-settings';
import { ListJobs } from './list-jobs';
import { RequestJob } from './request-job';
import { RunJob } from './run-job';
import { SweepJobs } from './sweep-jobs';

export interface JobsModuleOptions {
  /** The work that this process can do. */
  readonly kinds: readonly Type<JobKind>[];
  /** Where the kinds have what they need from. */
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
}

const VERBS = [EnqueueRun, FindJob, JobLoop, ListJobs, RequestJob, RunJob, SweepJobs];

/** Long work on record, done in turn by whichever process is free. Needs the configuration and the clock. */
@Module({})
export class JobsModule {
  static of({ kinds, imports = [] }: JobsModuleOptions): DynamicModule {
    return {
      module: JobsModule,
      imports: [...imports, OutboxModule, QueueModule],
      providers: [
        ...kinds,
        {
          provide: JobKinds,
          inject: [...kinds],
          useFactory: (...known: JobKind[]) => new Map(known.map((kind) => [kind.kind, kind])),
        },
        ...VERBS,
        JobAttemptsStore,
        JobFlowsStore,
        JobRunsStore,
        JobSettings,
      ],
      exports: [FindJob, JobLoop, ListJobs, RequestJob],
    };
  }
}
