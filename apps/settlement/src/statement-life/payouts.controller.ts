import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { parseFen } from '@ciyuan/core/kernel';
import { ApprovePayment, RecordPayment } from '@ciyuan/modules/settlement';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  currencyQuerySchema,
  statementParamsSchema,
  type CurrencyQuery,
  type StatementParams,
} from '../statements/statements.dto';
import { refusedStep } from './refused-step';
import { takenOf } from './statement-life.convert';
import {
  paymentApprovalSchema,
  paymentSchema,
  type PaymentApprovalRequest,
  type PaymentRequest,
  type StepTakenView,
} from './statement-life.dto';

/** What the operator does about an invoice. */
@Controller('v1/statements')
export class PayoutsController {
  constructor(
    private readonly approvePayment: ApprovePayment,
    private readonly recordPayment: RecordPayment,
  ) {}

  @Post(':runId/:party/payment-approval')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({
    summary: 'Let an invoice be paid, as another person than the one who recorded it; or preview that',
  })
  async approve(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @Body({ schema: paymentApprovalSchema }) { preview }: PaymentApprovalRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<StepTakenView> {
    const taken = await this.approvePayment.run({ ...params, ...query, by, preview });
    if (!taken.ok) throw refusedStep(taken.refusal);
    return takenOf(taken.value);
  }

  @Post(':runId/:party/payment')
  @HttpCode(200)
  @Roles('finance', 'admin')
  @ApiOperation({ summary: 'Record that the bank has paid what was approved; or preview that' })
  async pay(
    @Param({ schema: statementParamsSchema }) params: StatementParams,
    @Query({ schema: currencyQuerySchema }) query: CurrencyQuery,
    @Body({ schema: paymentSchema }) { reference, date, amount, preview }: PaymentRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<StepTakenView> {
    const payment = { number: reference, date };
    const amountFen = parseFen(amount);
    const taken = await this.recordPayment.run({ ...params, ...query, by, payment, amountFen, preview });
    if (!taken.ok) throw refusedStep(taken.refusal);
    return takenOf(taken.value);
  }
}
