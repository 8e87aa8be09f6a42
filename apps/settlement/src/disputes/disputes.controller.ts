import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ListDisputes, OpenDispute, ReadDispute } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { readerOf, unknownStatement } from '../statements/statements.convert';
import {
  currencyQuerySchema,
  statementParamsSchema,
  type CurrencyQuery,
  type StatementParams,
} from '../statements/statements.dto';
import { claimsOf, disputeOf, disputesOf, pageOf, readOf } from './disputes.convert';
import {
  disputeParamsSchema,
  disputesQuerySchema,
  newDisputeSchema,
  type DisputeParams,
  type DisputeReadView,
  type DisputeView,
  type DisputesQuery,
  type DisputesView,
  type NewDisputeRequest,
} from './disputes.dto';
import { refused, unknownDispute } from './refused-dispute';

/** What parties say against their statements; a partner of its own alone. */
@Controller('v1')
export class DisputesController {
  constructor(
    private readonly openDispute: OpenDispute,
    private readonly listDisputes: ListDisputes,
    private readonly readDispute: ReadDispute,
  ) {}

  @Post('statements/:runId/:party/disputes')
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'Dispute lines of an issued statement: the party itself, or staff in its name' })
  async open(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @Body({ schema: newDisputeSchema }) request: NewDisputeRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<DisputeView> {
    const id = { ...params, ...query, ...readerOf(caller) };
    const said = request.note === undefined ? {} : { note: request.note };
    const wanted = { ...id, ...said, by: caller.subject, lines: claimsOf(request) };
    const opened = await this.openDispute.run(wanted);
    if (opened.ok) return disputeOf(opened.value);
    throw opened.refusal.code === 'not_found' ? unknownStatement() : refused(opened.refusal);
  }

  @Get('disputes')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'Disputes, filtered and sorted, page by page' })
  async list(
    @Query({ schema: disputesQuerySchema }) query: DisputesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<DisputesView> {
    return disputesOf(await this.listDisputes.run(pageOf(query, caller)));
  }

  @Get('disputes/:id')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'A dispute: what is claimed, what proves it, and what was said of it' })
  async read(
    @Param({ schema: disputeParamsSchema }) { id: disputeId }: DisputeParams,
    @CurrentCaller() caller: Caller,
  ): Promise<DisputeReadView> {
    const found = await this.readDispute.run({ disputeId, ...readerOf(caller) });
    if (found === undefined) throw unknownDispute();
    return readOf(found);
  }
}
