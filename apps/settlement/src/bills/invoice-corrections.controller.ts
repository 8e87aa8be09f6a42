import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ApproveCredit, ApproveVoid, ReadInvoice, RequestCredit, RequestVoid } from '@ciyuan/modules/billing';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import {
  creditNoteParamsSchema,
  creditNoteSchema,
  emptySchema,
  invoiceParamsSchema,
  voidSchema,
  type CreditNoteParams,
  type CreditNoteRequest,
  type InvoiceParams,
  type VoidRequestBody,
} from './bills.dto';
import type { CreditNoteView, InvoiceDetailsView } from './bills.views';
import { creditOf, detailsOf, noteOf } from './invoices.convert';
import { refusedBilling } from './refused-billing';

@Controller('v1/invoices')
export class InvoiceCorrectionsController {
  constructor(
    private readonly requestVoid: RequestVoid,
    private readonly approveVoid: ApproveVoid,
    private readonly requestCredit: RequestCredit,
    private readonly approveCredit: ApproveCredit,
    private readonly readInvoice: ReadInvoice,
  ) {}

  @Post(':number/void')
  @HttpCode(200)
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({
    summary: 'Ask for a final document to be void; what is on it is billed again by the next run',
  })
  async askVoid(
    @Param({ schema: invoiceParamsSchema }) { number }: InvoiceParams,
    @Body({ schema: voidSchema }) { reason }: VoidRequestBody,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<InvoiceDetailsView> {
    const asked = await this.requestVoid.run({ number, reason, by });
    if (!asked.ok) throw refusedBilling(asked.refusal);
    return this.read(number);
  }

  @Post(':number/void/approve')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Void a document, as another person than the one who asked for it' })
  async void(
    @Param({ schema: invoiceParamsSchema }) { number }: InvoiceParams,
    @Body({ schema: emptySchema }) _nothing: object,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<InvoiceDetailsView> {
    const approved = await this.approveVoid.run({ number, by });
    if (!approved.ok) throw refusedBilling(approved.refusal);
    return this.read(number);
  }

  @Post(':number/credit-notes')
  @Roles('finance', 'maker', 'admin')
  @ApiOperation({ summary: 'Ask for parts of the lines of a document to be credited' })
  async askCredit(
    @Param({ schema: invoiceParamsSchema }) { number }: InvoiceParams,
    @Body({ schema: creditNoteSchema }) body: CreditNoteRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<CreditNoteView> {
    const asked = await this.requestCredit.run(creditOf(number, body, by));
    if (!asked.ok) throw refusedBilling(asked.refusal);
    return noteOf(asked.value);
  }

  @Post(':number/credit-notes/:id/approve')
  @HttpCode(200)
  @Roles('finance', 'checker', 'admin')
  @ApiOperation({ summary: 'Issue a credit note, as another person than the one who asked for it' })
  async credit(
    @Param({ schema: creditNoteParamsSchema }) { number, id: creditNoteId }: CreditNoteParams,
    @Body({ schema: emptySchema }) _nothing: object,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<CreditNoteView> {
    const issued = await this.approveCredit.run({ number, creditNoteId, by });
    if (!issued.ok) throw refusedBilling(issued.refusal);
    return noteOf(issued.value);
  }

  private async read(number: string): Promise<InvoiceDetailsView> {
    const found = await this.readInvoice.run(number);
    if (found === undefined) throw refusedBilling({ code: 'unknown_invoice' });
    return detailsOf(found);
  }
}
