import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { FindJob, JobLoop, ListJobs, RequestJob } from '@ciyuan/platform/jobs';
import { jobOf, jobsOf, pageOf, refusedRequest, requestOf, unknownJob } from './jobs.convert';
import {
  jobParamsSchema,
  jobsQuerySchema,
  newJobSchema,
  type JobParams,
  type JobView,
  type JobsQuery,
  type JobsView,
  type NewJobRequest,
} from './jobs.dto';

@Controller('v1/jobs')
export class JobsController {
  constructor(
    private readonly requestJob: RequestJob,
    private readonly findJob: FindJob,
    private readonly listJobs: ListJobs,
    private readonly loop: JobLoop,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('finance', 'operations', 'admin')
  @ApiOperation({
    summary:
      'Have a month calculated, a run exported, or renewals, expiries or confirmations booked; answers before it is done',
  })
  async request(
    @Body({ schema: newJobSchema }) body: NewJobRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobView> {
    const run = await this.requestJob.run(requestOf(body, caller));
    if (!run.ok) throw refusedRequest(run.refusal);
    void this.loop.relayNow();
    void reply.header('location', `/v1/jobs/${run.value.id}`);
    return jobOf(run.value);
  }

  @Get()
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Jobs, filtered and sorted, page by page' })
  async list(@Query({ schema: jobsQuerySchema }) query: JobsQuery): Promise<JobsView> {
    return jobsOf(await this.listJobs.run(pageOf(query)));
  }

  @Get(':id')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Where a job stands, and what came of it' })
  async find(@Param({ schema: jobParamsSchema }) { id }: JobParams): Promise<JobView> {
    const run = await this.findJob.run(id);
    if (run === undefined) throw unknownJob();
    return jobOf(run);
  }
}
