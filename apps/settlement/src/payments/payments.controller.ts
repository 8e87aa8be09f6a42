import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { parseFen, parseInstant, type Instant } from '@ciyuan/core/kernel';
import {
  AllocatePayment,
  ListPayments,
  ReadReceivable,
  ReceivePayment,
  ReversePayment,
} from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  allocatedOf,
  pageOf,
  paymentOf,
  paymentsOf,
  receivableOf,
  recordedOf,
  refusedPayment,
} from './payments.convert';
import {
  allocationSchema,
  newPaymentSchema,
  paymentParamsSchema,
  paymentsQuerySchema,
  reversalSchema,
  type AllocatedView,
  type AllocationRequest,
  type NewPaymentRequest,
  type PaymentParams,
  type PaymentRecordedView,
  type PaymentView,
  type PaymentsQuery,
  type PaymentsView,
  type ReceivableView,
  type ReversalRequest,
} from './payments.dto';

/** What customers paid, and what they owe. */
@Controller('v1')
export class PaymentsController {
  constructor(
    private readonly receivePayment: ReceivePayment,
    private readonly reversePayment: ReversePayment,
    private readonly listPayments: ListPayments,
    private readonly readReceivable: ReadReceivable,
    private readonly allocatePayment: AllocatePayment,
  ) {}

  @Post('accounts/:code/payments')
  @HttpCode(200)
  @Roles('finance', 'admin')
  @ApiOperation({ summary: 'Book what a customer paid; the same reference of a method again books nothing' })
  async receive(
    @Param('code') account: string,
    @Body({ schema: newPaymentSchema }) { amount, receivedAt, invoice, ...told }: NewPaymentRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<PaymentRecordedView> {
    const at = parseInstant(receivedAt) as Instant;
    const amountFen = parseFen(amount);
    const received = await this.receivePayment.run({
      ...told,
      account,
      at,
      amountFen,
      invoice: invoice ?? null,
      by,
    });
    if (!received.ok) throw refusedPayment(received.refusal);
    return recordedOf(received.value);
  }

  @Post('accounts/:code/payments/:number/reversal')
  @HttpCode(200)
  @Roles('finance', 'admin')
  @ApiOperation({ summary: 'Take back a payment that bounced: the customer owes it again' })
  async reverse(
    @Param({ schema: paymentParamsSchema }) { code: account, number }: PaymentParams,
    @Body({ schema: reversalSchema }) { reason, at: asked }: ReversalRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<PaymentView> {
    const at = asked === undefined ? {} : { at: parseInstant(asked) as Instant };
    const reversed = await this.reversePayment.run({ account, number, reason, by, ...at });
    if (!reversed.ok) throw refusedPayment(reversed.refusal);
    return paymentOf(reversed.value);
  }

  @Post('accounts/:code/payments/:number/allocations')
  @HttpCode(200)
  @Roles('finance', 'admin')
  @ApiOperation({ summary: 'Put what is left of a payment to an invoice, or to the oldest that are open' })
  async allocate(
    @Param({ schema: paymentParamsSchema }) { code: account, number }: PaymentParams,
    @Body({ schema: allocationSchema }) { invoice }: AllocationRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<AllocatedView> {
    const wanted = { account, number, invoice: invoice ?? null, by };
    const allocated = await this.allocatePayment.run(wanted);
    if (!allocated.ok) throw refusedPayment(allocated.refusal);
    return allocatedOf(allocated.value);
  }

  @Get('payments')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'Payments of all accounts, filtered and sorted, page by page' })
  async list(@Query({ schema: paymentsQuerySchema }) query: PaymentsQuery): Promise<PaymentsView> {
    return paymentsOf(await this.listPayments.run(pageOf(query)));
  }

  @Get('accounts/:code/receivable')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({ summary: 'What the ledger says that a customer owes, by currency and cause' })
  async receivable(@Param('code') account: string): Promise<ReceivableView> {
    const found = await this.readReceivable.run(account);
    if (found === undefined) throw refusedPayment({ code: 'unknown_account' });
    return receivableOf(found);
  }
}
