export { FindJob } from './find-job';
export type { JobContext, JobKind, JobRefusal, Progress } from './job-kind';
export { JobLoop } from './job-loop';
export { JOB_STATES, type JobRun, type JobState } from './job-run';
export { JobSettings } from './job-settings';
export { JobsModule, type JobsModuleOptions } from './jobs.module';
export { ListJobs } from './list-jobs';
export { Repeating } from './repeating';
export { RequestJob, type JobRequest, type JobRequestRefusal } from './request-job';
