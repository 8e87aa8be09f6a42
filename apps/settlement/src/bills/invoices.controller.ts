import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ListInvoices, ReadInvoice, type InvoiceDetails } from '@ciyuan/modules/billing';
import { ExportInvoice } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { MEDIA_TYPES } from '../statements/statements.convert';
import { csvFile } from '../ledger/csv-file';
import {
  invoiceExportSchema,
  invoiceParamsSchema,
  invoicesQuerySchema,
  type InvoiceExportParams,
  type InvoiceParams,
  type InvoicesQuery,
} from './bills.dto';
import type { InvoiceDetailsView, InvoicesView } from './bills.views';
import { detailsOf, invoicePageOf, invoicesOf, linesFile } from './invoices.convert';
import { refusedBilling } from './refused-billing';

@Controller('v1/invoices')
@Roles('finance', 'maker', 'checker', 'operations', 'admin')
export class InvoicesController {
  constructor(
    private readonly listInvoices: ListInvoices,
    private readonly readInvoice: ReadInvoice,
    private readonly exportInvoice: ExportInvoice,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Final invoices and credit notes, filtered and sorted, page by page' })
  async list(@Query({ schema: invoicesQuerySchema }) query: InvoicesQuery): Promise<InvoicesView> {
    return invoicesOf(await this.listInvoices.run(invoicePageOf(query)));
  }

  @Get(':number')
  @ApiOperation({ summary: 'A final document with its lines, its buyer and what became of it since' })
  async read(@Param({ schema: invoiceParamsSchema }) { number }: InvoiceParams): Promise<InvoiceDetailsView> {
    return detailsOf(await this.found(number));
  }

  @Get(':number/lines.csv')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The lines of a final document as CSV' })
  async lines(@Param({ schema: invoiceParamsSchema }) { number }: InvoiceParams): Promise<StreamableFile> {
    return csvFile(`${number}.csv`, linesFile(await this.found(number)));
  }

  @Get(':number/export.:format')
  @ApiProduces(...Object.values(MEDIA_TYPES).map((type) => type.replace(/;.*/, '')))
  @ApiOperation({
    summary: 'A final document to hand out, with its SHA-256 as entity tag: on paper, as spreadsheet or JSON',
  })
  async export(
    @Param({ schema: invoiceExportSchema }) { number, format }: InvoiceExportParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const exported = await this.exportInvoice.run(number, format);
    if (exported === undefined) throw refusedBilling({ code: 'unknown_invoice' });
    const digest = Buffer.from(exported.sha256, 'hex').toString('base64');
    void reply.header('etag', `"${exported.sha256}"`).header('content-digest', `sha-256=:${digest}:`);
    return new StreamableFile(exported.content, {
      type: MEDIA_TYPES[format],
      disposition: `attachment; filename="${exported.file}"`,
    });
  }

  private async found(number: string): Promise<InvoiceDetails> {
    const found = await this.readInvoice.run(number);
    if (found === undefined) throw refusedBilling({ code: 'unknown_invoice' });
    return found;
  }
}
