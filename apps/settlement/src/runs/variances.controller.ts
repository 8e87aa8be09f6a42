import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AcknowledgeVariances, ReadVariances } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { refusedRun } from './refused-run';
import { runParamsSchema, type RunParams } from './runs.dto';
import { variancesOf } from './variances.convert';
import { acknowledgementSchema, type AcknowledgementRequest, type VariancesView } from './variances.dto';

@Controller('v1/settlement-runs/:id/variances')
export class VariancesController {
  constructor(
    private readonly readVariances: ReadVariances,
    private readonly acknowledgeVariances: AcknowledgeVariances,
  ) {}

  @Get()
  @Roles('finance', 'maker', 'checker', 'operations', 'admin')
  @ApiOperation({
    summary:
      'What of a run is far from the month before by the policy in force, the largest first; who said why',
  })
  read(@Param({ schema: runParamsSchema }) { id }: RunParams): Promise<VariancesView> {
    return this.view(id);
  }

  @Post()
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({
    summary: 'Say why findings are right as they are, as another person than the one who made the run',
  })
  async acknowledge(
    @Param({ schema: runParamsSchema }) { id }: RunParams,
    @Body({ schema: acknowledgementSchema }) { findings, reason }: AcknowledgementRequest,
    @CurrentCaller() { subject }: Caller,
  ): Promise<VariancesView> {
    const told = await this.acknowledgeVariances.run({ runId: id, findings, reason, by: subject });
    if (!told.ok) throw refusedRun(told.refusal);
    return this.view(id);
  }

  private async view(id: number): Promise<VariancesView> {
    const read = await this.readVariances.run(id);
    if (!read.ok) throw refusedRun(read.refusal);
    return variancesOf(read.value);
  }
}
