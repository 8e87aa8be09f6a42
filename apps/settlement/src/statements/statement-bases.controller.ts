import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { COVER_ORDER, ListCovers, ReadStatement } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { placeIn } from '@ciyuan/platform/lists';
import { basisOf, coversOf } from './statement-bases.convert';
import {
  basisParamsSchema,
  coversQuerySchema,
  type BasesView,
  type BasisParams,
  type CoversQuery,
  type CoversView,
} from './statement-bases.dto';
import { readerOf, unknownStatement } from './statements.convert';
import {
  currencyQuerySchema,
  statementParamsSchema,
  type CurrencyQuery,
  type StatementParams,
} from './statements.dto';

/** Customers and what they pay are the operator's to know: partners see months. */
@Controller('v1/statements/:runId/:party/bases')
export class StatementBasesController {
  constructor(
    private readonly readStatement: ReadStatement,
    private readonly listCovers: ListCovers,
  ) {}

  @Get()
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'How much of which month’s share waits until it is invoiced or collected' })
  async read(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<BasesView> {
    const found = await this.readStatement.run({ ...params, ...query, ...readerOf(caller) });
    if (found === undefined) throw unknownStatement();
    return { bases: found.bases.map(basisOf) };
  }

  @Get(':month/accounts')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'The accounts whose invoices or payments decided what of that month is due' })
  async accounts(
    @Param({ schema: basisParamsSchema }) params: BasisParams,
    @Query({ schema: coversQuerySchema }) { currency, ...page }: CoversQuery,
  ): Promise<CoversView> {
    const covers = await this.listCovers.run({ ...params, currency, ...placeIn(COVER_ORDER, page) });
    if (covers === undefined) throw unknownStatement();
    return coversOf(covers);
  }
}
