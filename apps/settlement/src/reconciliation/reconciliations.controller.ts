import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ListReconciliations,
  ReadReconciliation,
  ReceiveReconciliation,
} from '@ciyuan/modules/reconciliation';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { FILE_TYPES, PACKED_FILE_TYPE } from '@ciyuan/platform/http';
import { jobOf } from '../jobs/jobs.convert';
import { readerOf } from '../statements/statements.convert';
import {
  countedOf,
  fileOf,
  refusedReceipt,
  runOf,
  runPageOf,
  runsOf,
  unknownReconciliation,
} from './reconciliations.convert';
import {
  newReconciliationQuerySchema,
  reconciliationParamsSchema,
  reconciliationsQuerySchema,
  type AcceptedReconciliationView,
  type CountedReconciliationView,
  type NewReconciliationQuery,
  type ReconciliationParams,
  type ReconciliationsQuery,
  type ReconciliationsView,
} from './reconciliations.dto';
import { RequestReconciliation } from './request-reconciliation';

const FILE = { schema: { type: 'string', format: 'binary' } };

/** Files of partners beside our own figures; a partner hands in and sees its own alone. */
@Controller('v1/reconciliations')
export class ReconciliationsController {
  constructor(
    private readonly receiveReconciliation: ReceiveReconciliation,
    private readonly requestReconciliation: RequestReconciliation,
    private readonly listReconciliations: ListReconciliations,
    private readonly readReconciliation: ReadReconciliation,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiConsumes(...Object.values(FILE_TYPES), PACKED_FILE_TYPE)
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Have a partner’s file of a month compared with ours; answers before it is done' })
  async receive(
    @Query({ schema: newReconciliationQuerySchema }) query: NewReconciliationQuery,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedReconciliationView> {
    const received = await this.receiveReconciliation.run(fileOf(query, body, caller));
    if (!received.ok) throw refusedReceipt(received.refusal);
    const job = await this.requestReconciliation.run(received.value);
    void reply.header('location', `/v1/reconciliations/${received.value.id}`);
    return { ...runOf(received.value), job: jobOf(job) };
  }

  @Get()
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'Files of partners, filtered and sorted, page by page' })
  async list(
    @Query({ schema: reconciliationsQuerySchema }) query: ReconciliationsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<ReconciliationsView> {
    return runsOf(await this.listReconciliations.run(runPageOf(query, caller)));
  }

  @Get(':id')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'A partner’s file, and what both sides come to, outcome by outcome' })
  async read(
    @Param({ schema: reconciliationParamsSchema }) { id }: ReconciliationParams,
    @CurrentCaller() caller: Caller,
  ): Promise<CountedReconciliationView> {
    const found = await this.readReconciliation.run({ runId: id, ...readerOf(caller) });
    if (found === undefined) throw unknownReconciliation();
    return countedOf(found);
  }
}
