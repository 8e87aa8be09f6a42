import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ListInvoices, ReadInvoice, type InvoiceDetails } from '@ciyuan/modules/billing';
import { Roles } from '@ciyuan/platform/auth';
import { csvFile } from '../ledger/csv-file';
import {
  invoiceParamsSchema,
  invoicesQuerySchema,
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

  private async found(number: string): Promise<InvoiceDetails> {
    const found = await this.readInvoice.run(number);
    if (found === undefined) throw refusedBilling({ code: 'unknown_invoice' });
    return found;
  }
}
