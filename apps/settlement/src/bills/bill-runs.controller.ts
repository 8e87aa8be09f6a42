import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FinaliseBillRun, FindBillRun, ListBillRuns, RequestBillRun } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { acceptedOf, detailsOf, runPageOf, runsOf, wantedRunOf } from './bill-runs.convert';
import {
  billRunParamsSchema,
  billRunsQuerySchema,
  newBillRunSchema,
  type BillRunParams,
  type BillRunsQuery,
  type NewBillRunRequest,
} from './bills.dto';
import type { AcceptedBillRunView, BillRunDetailsView, BillRunsView } from './bills.views';
import { refusedBilling } from './refused-billing';
import { RequestBilling } from './request-billing';

@Controller('v1/bill-runs')
export class BillRunsController {
  constructor(
    private readonly requestBillRun: RequestBillRun,
    private readonly finaliseBillRun: FinaliseBillRun,
    private readonly listBillRuns: ListBillRuns,
    private readonly findBillRun: FindBillRun,
    private readonly requestBilling: RequestBilling,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({
    summary: 'Have bills calculated up to a cut-off, as a draft; a draft that there is is set aside',
  })
  async request(
    @Body({ schema: newBillRunSchema }) body: NewBillRunRequest,
    @CurrentCaller() { subject: by }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedBillRunView> {
    const run = await this.requestBillRun.run(wantedRunOf(body, by));
    if (!run.ok) throw refusedBilling(run.refusal);
    const { id } = run.value;
    const job = await this.requestBilling.run({ runId: id, step: 'calculate', by });
    void reply.header('location', `/v1/bill-runs/${id}`);
    return acceptedOf(run.value, job);
  }

  @Get()
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Bill runs, filtered and sorted, page by page' })
  async list(@Query({ schema: billRunsQuerySchema }) query: BillRunsQuery): Promise<BillRunsView> {
    return runsOf(await this.listBillRuns.run(runPageOf(query)));
  }

  @Get(':id')
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'A bill run, what it comes to and how far it is' })
  async find(@Param({ schema: billRunParamsSchema }) { id }: BillRunParams): Promise<BillRunDetailsView> {
    const found = await this.findBillRun.run(id);
    if (found === undefined) throw refusedBilling({ code: 'unknown_run' });
    return detailsOf(found);
  }

  @Post(':id/finalise')
  @HttpCode(202)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({
    summary:
      'Have a draft made final, as another person than the one who had it calculated; answers before it is done',
  })
  async finalise(
    @Param({ schema: billRunParamsSchema }) { id: runId }: BillRunParams,
    @CurrentCaller() { subject: by }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedBillRunView> {
    const checked = await this.finaliseBillRun.run({ runId, by, onlyCheck: true });
    if (!checked.ok) throw refusedBilling(checked.refusal);
    const job = await this.requestBilling.run({ runId, step: 'finalise', by });
    void reply.header('location', `/v1/jobs/${job.id}`);
    return acceptedOf(checked.value, job);
  }
}
