import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { parseFen } from '@ciyuan/core/kernel';
import { ConfirmStatement, ReadStatementLife, RecordInvoice } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { readerOf, unknownStatement } from '../statements/statements.convert';
import {
  currencyQuerySchema,
  statementParamsSchema,
  type CurrencyQuery,
  type StatementParams,
} from '../statements/statements.dto';
import { refusedStep } from './refused-step';
import { lifeOf, takenOf } from './statement-life.convert';
import {
  confirmationSchema,
  invoiceSchema,
  type ConfirmationRequest,
  type InvoiceRequest,
  type StatementLifeView,
  type StepTakenView,
} from './statement-life.dto';

/** What a party says of its statement; a partner of its own alone. */
@Controller('v1/statements')
export class StatementLifeController {
  constructor(
    private readonly readStatementLife: ReadStatementLife,
    private readonly confirmStatement: ConfirmStatement,
    private readonly recordInvoice: RecordInvoice,
  ) {}

  @Get(':runId/:party/life')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'What became of a statement since it was issued: who, when, what' })
  async read(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StatementLifeView> {
    const life = await this.readStatementLife.run({ ...params, ...query, ...readerOf(caller) });
    if (life === undefined) throw unknownStatement();
    return lifeOf(life);
  }

  @Post(':runId/:party/confirmation')
  @HttpCode(200)
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'Say that an issued statement is right: the party itself, or staff in its name' })
  async confirm(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @Body({ schema: confirmationSchema }) { note }: ConfirmationRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<StepTakenView> {
    const id = { ...params, ...query, ...readerOf(caller) };
    const said = note === undefined ? {} : { note };
    const taken = await this.confirmStatement.run({ ...id, ...said, by: caller.subject });
    if (!taken.ok) throw refusedStep(taken.refusal);
    return takenOf(taken.value);
  }

  @Post(':runId/:party/invoice')
  @HttpCode(200)
  @Roles('finance', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'Record the party’s invoice for what is payable; or preview that' })
  async invoice(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @Body({ schema: invoiceSchema }) { number, date, amount, preview }: InvoiceRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<StepTakenView> {
    const taken = await this.recordInvoice.run({
      ...params,
      ...query,
      ...readerOf(caller),
      by: caller.subject,
      invoice: { number, date },
      amountFen: parseFen(amount),
      preview,
    });
    if (!taken.ok) throw refusedStep(taken.refusal);
    return takenOf(taken.value);
  }
}
