import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { JobRun } from './job-run';
import { JobRunsStore, type JobPage } from './job-runs.store';

/** One page of the runs that are asked for, in the order that is asked for. */
@Injectable()
export class ListJobs {
  constructor(
    private readonly database: Database,
    private readonly runs: JobRunsStore,
  ) {}

  run(page: JobPage): Promise<Listed<JobRun>> {
    return this.database.transaction((tx) => this.runs.list(tx, page));
  }
}
