import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { JobRun } from './job-run';
import { JobRunsStore, type JobFilter } from './job-runs.store';

/** Runs of a kind or of all, the latest first, a page at a time. */
@Injectable()
export class ListJobs {
  constructor(
    private readonly database: Database,
    private readonly runs: JobRunsStore,
  ) {}

  run(filter: JobFilter): Promise<JobRun[]> {
    return this.database.transaction((tx) => this.runs.list(tx, filter));
  }
}
