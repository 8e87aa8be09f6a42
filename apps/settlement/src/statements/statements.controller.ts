import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ExportStatement } from '@ciyuan/modules/reporting';
import { ListStatements, ReadStatement } from '@ciyuan/modules/settlement';
import { oneMoreThan } from '@ciyuan/platform/http';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { linesOf, readerOf, statementOf, unknownStatement } from './statements.convert';
import {
  currencyQuerySchema,
  linesQuerySchema,
  monthQuerySchema,
  statementParamsSchema,
  type CurrencyQuery,
  type LinesQuery,
  type LinesView,
  type MonthQuery,
  type StatementParams,
  type StatementView,
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
  @ApiOperation({ summary: 'The statements of a month that stand' })
  async list(
    @Query({ schema: monthQuerySchema }) { month }: MonthQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StatementsView> {
    const statements = await this.listStatements.run({ month, ...readerOf(caller) });
    return { statements: statements.map(statementOf) };
  }

  @Get(':runId/:party')
  @ApiOperation({ summary: 'One party’s month' })
  async read(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StatementView> {
    const page = await this.readStatement.run({
      ...params,
      ...query,
      ...readerOf(caller),
      after: 0,
      limit: 0,
    });
    if (page === undefined) throw unknownStatement();
    return statementOf(page.statement);
  }

  @Get(':runId/:party/lines')
  @ApiOperation({ summary: 'What the statement is made of, page by page' })
  async lines(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: linesQuerySchema }) query: LinesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<LinesView> {
    const limit = oneMoreThan(query.limit);
    const page = await this.readStatement.run({ ...params, ...query, ...readerOf(caller), limit });
    if (page === undefined) throw unknownStatement();
    return linesOf(page.lines, query.limit);
  }

  @Get(':runId/:party/export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The statement as CSV, its last row with control totals' })
  async export(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const exported = await this.exportStatement.run({ ...params, ...query, ...readerOf(caller) });
    if (exported === undefined) throw unknownStatement();
    return new StreamableFile(Readable.from(exported.content, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${exported.file}"`,
    });
  }
}
