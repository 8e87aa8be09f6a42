import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ExportStatement } from '@ciyuan/modules/reporting';
import { ListStatements, ReadStatement } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  MEDIA_TYPES,
  linePageOf,
  linesOf,
  pageOf,
  readerOf,
  statementOf,
  statementsOf,
  unknownStatement,
} from './statements.convert';
import {
  currencyQuerySchema,
  exportParamsSchema,
  linesQuerySchema,
  statementParamsSchema,
  statementsQuerySchema,
  type CurrencyQuery,
  type ExportParams,
  type LinesQuery,
  type LinesView,
  type StatementParams,
  type StatementView,
  type StatementsQuery,
  type StatementsView,
} from './statements.dto';

/** Partners see their own statements, once they are issued. */
@Controller('v1/statements')
@Roles('finance', 'checker', 'operations', 'admin', 'partner')
export class StatementsController {
  constructor(
    private readonly listStatements: ListStatements,
    private readonly readStatement: ReadStatement,
    private readonly exportStatement: ExportStatement,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The statements that stand, filtered and sorted, page by page' })
  async list(
    @Query({ schema: statementsQuerySchema }) query: StatementsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StatementsView> {
    return statementsOf(await this.listStatements.run(pageOf(query, caller)));
  }

  @Get(':runId/:party')
  @ApiOperation({ summary: 'One party’s month' })
  async read(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StatementView> {
    const found = await this.readStatement.run({ ...params, ...query, ...readerOf(caller) });
    if (found === undefined) throw unknownStatement();
    return statementOf(found.statement);
  }

  @Get(':runId/:party/lines')
  @ApiOperation({ summary: 'What the statement is made of, page by page' })
  async lines(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: linesQuerySchema }) query: LinesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<LinesView> {
    const { currency } = query;
    const lines = linePageOf(query);
    const found = await this.readStatement.run({ ...params, currency, ...readerOf(caller), lines });
    if (found === undefined) throw unknownStatement();
    return linesOf(found.lines);
  }

  @Get(':runId/:party/export.:format')
  @ApiProduces(...Object.values(MEDIA_TYPES).map((type) => type.replace(/;.*/, '')))
  @ApiOperation({
    summary: 'The statement as a file, the same as in the export of its run, with control totals',
  })
  async export(
    @Param({ schema: exportParamsSchema }) params: ExportParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const exported = await this.exportStatement.run({ ...params, ...query, ...readerOf(caller) });
    if (exported === undefined) throw unknownStatement();
    return new StreamableFile(Readable.from(exported.content, { objectMode: false }), {
      type: MEDIA_TYPES[params.format],
      disposition: `attachment; filename="${exported.file}"`,
    });
  }
}
