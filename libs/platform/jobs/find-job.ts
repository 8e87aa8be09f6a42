import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { JobRun } from './job-run';
import { JobRunsStore } from './job-runs.store';

/** One run; undefined where there is none of this id. */
@Injectable()
export class FindJob {
  constructor(
    private readonly database: Database,
    private readonly runs: JobRunsStore,
  ) {}

  run(id: number): Promise<JobRun | undefined> {
    return this.database.transaction((tx) => this.runs.byId(tx, id));
  }
}
