import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  ClawBackShare,
  DecideClawback,
  ListClawbacks,
  type ClawbackToDecide,
} from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { clawbackOf, refusedClawback, wantedOf } from './clawbacks.convert';
import {
  clawbackParamsSchema,
  clawbackSchema,
  clawbacksQuerySchema,
  decisionSchema,
  type ClawbackParams,
  type ClawbackRequestBody,
  type ClawbackView,
  type ClawbacksQuery,
  type ClawbacksView,
  type DecisionRequest,
} from './clawbacks.dto';

/** Shares of revenue that did not last: asked for by one person, decided by another. */
@Controller('v1/clawbacks')
export class ClawbacksController {
  constructor(
    private readonly clawBackShare: ClawBackShare,
    private readonly decideClawback: DecideClawback,
    private readonly listClawbacks: ListClawbacks,
  ) {}

  @Get()
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'What was asked to be taken back, of all months or of one; the latest first' })
  async list(@Query({ schema: clawbacksQuerySchema }) { month }: ClawbacksQuery): Promise<ClawbacksView> {
    return { clawbacks: (await this.listClawbacks.run(month)).map(clawbackOf) };
  }

  @Post()
  @HttpCode(201)
  @Roles('finance', 'admin')
  @ApiOperation({ summary: 'Ask for the shares of revenue of an issued month that did not last' })
  async request(
    @Body({ schema: clawbackSchema }) body: ClawbackRequestBody,
    @CurrentCaller() { subject }: Caller,
  ): Promise<ClawbackView> {
    const asked = await this.clawBackShare.run(wantedOf(body, subject));
    if (!asked.ok) throw refusedClawback(asked.refusal);
    return clawbackOf(asked.value);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Approve it, as another person: the open month takes it from each party' })
  approve(
    @Param({ schema: clawbackParamsSchema }) { id }: ClawbackParams,
    @Body({ schema: decisionSchema }) body: DecisionRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<ClawbackView> {
    return this.decide({ id, state: 'approved', by, ...said(body) });
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Reject it, as another person: nothing moves' })
  reject(
    @Param({ schema: clawbackParamsSchema }) { id }: ClawbackParams,
    @Body({ schema: decisionSchema }) body: DecisionRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<ClawbackView> {
    return this.decide({ id, state: 'rejected', by, ...said(body) });
  }

  private async decide(wanted: ClawbackToDecide): Promise<ClawbackView> {
    const decided = await this.decideClawback.run(wanted);
    if (!decided.ok) throw refusedClawback(decided.refusal);
    return clawbackOf(decided.value);
  }
}

const said = ({ note }: DecisionRequest): { readonly note?: string } => (note === undefined ? {} : { note });
