import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  ApproveSettlement,
  FindSettlementRun,
  IssueStatements,
  ListSettlementRuns,
  SettleMonth,
  SubmitSettlement,
} from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { refusedRun, unknownRun } from './refused-run';
import { detailsOf, pageOf, runOf, runsOf } from './runs.convert';
import {
  issueSchema,
  newRunSchema,
  runParamsSchema,
  runsQuerySchema,
  type IssueRequest,
  type NewRunRequest,
  type RunDetailsView,
  type RunParams,
  type RunView,
  type RunsQuery,
  type RunsView,
} from './runs.dto';

@Controller('v1/settlement-runs')
export class RunsController {
  constructor(
    private readonly settleMonth: SettleMonth,
    private readonly submitSettlement: SubmitSettlement,
    private readonly approveSettlement: ApproveSettlement,
    private readonly issueStatements: IssueStatements,
    private readonly listRuns: ListSettlementRuns,
    private readonly findRun: FindSettlementRun,
  ) {}

  @Post()
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({
    summary:
      'Calculate a month as a new version; earlier versions that are not issued are set aside. Or as an indication (proforma)',
  })
  async calculate(
    @Body({ schema: newRunSchema }) request: NewRunRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<RunView> {
    const run = await this.settleMonth.run({ ...request, by: subject });
    if (!run.ok) throw refusedRun(run.refusal);
    return runOf(run.value);
  }

  @Get()
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Runs, filtered and sorted, page by page' })
  async list(@Query({ schema: runsQuerySchema }) query: RunsQuery): Promise<RunsView> {
    return runsOf(await this.listRuns.run(pageOf(query)));
  }

  @Get(':id')
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'A run with its splits and what it comes to' })
  async find(@Param({ schema: runParamsSchema }) { id }: RunParams): Promise<RunDetailsView> {
    const found = await this.findRun.run(id);
    if (found === undefined) throw unknownRun();
    return detailsOf(found);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({
    summary: 'Hand in a calculated run and its statements to be looked at; a run may be signed without',
  })
  async submit(@Param({ schema: runParamsSchema }) { id }: RunParams): Promise<RunView> {
    const run = await this.submitSettlement.run(id);
    if (!run.ok) throw refusedRun(run.refusal);
    return runOf(run.value);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Roles('checker', 'admin')
  @ApiOperation({ summary: 'Sign a calculated run, as another person than the one who made it' })
  async approve(
    @Param({ schema: runParamsSchema }) { id }: RunParams,
    @CurrentCaller() { subject }: Caller,
  ): Promise<RunView> {
    const run = await this.approveSettlement.run({ runId: id, by: subject });
    if (!run.ok) throw refusedRun(run.refusal);
    return runOf(run.value);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Issue the statements of an approved run, post its journal and close the month' })
  async issue(
    @Param({ schema: runParamsSchema }) { id }: RunParams,
    @Body({ schema: issueSchema }) waivers: IssueRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<RunView> {
    const run = await this.issueStatements.run({ runId: id, by: subject, ...waivers });
    if (!run.ok) throw refusedRun(run.refusal);
    return runOf(run.value);
  }
}
