import { Injectable } from '@nestjs/common';
import { ReadInvoice } from '@ciyuan/modules/billing';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import { provedFile, type Proof } from '../formats/proved-file';
import type { Write } from '../formats/report-format';
import { invoiceJson } from './invoice-json';
import type { InvoiceFormat, InvoicePaper } from './invoice-paper';
import { invoicePdf } from './invoice-pdf';
import { invoiceXlsx } from './invoice-xlsx';

export interface ExportedInvoice extends Proof {
  readonly file: string;
  readonly content: Uint8Array;
}

const WRITERS: Readonly<Record<InvoiceFormat, (paper: InvoicePaper, write: Write) => Promise<void>>> = {
  pdf: invoicePdf,
  xlsx: invoiceXlsx,
  json: invoiceJson,
};

/** A final document as a file, with its SHA-256; undefined where none has the number. */
@Injectable()
export class ExportInvoice {
  constructor(
    private readonly database: Database,
    private readonly readInvoice: ReadInvoice,
    private readonly parties: PartiesStore,
  ) {}

  async run(number: string, format: InvoiceFormat): Promise<ExportedInvoice | undefined> {
    const details = await this.readInvoice.run(number);
    if (details === undefined) return undefined;
    const seller = await this.seller();
    const pieces: Uint8Array[] = [];
    const proved = provedFile(async (piece) => {
      pieces.push(Buffer.from(piece));
    });
    await WRITERS[format]({ ...details, seller }, proved.write);
    return { file: `${number}.${format}`, content: Buffer.concat(pieces), ...proved.proof() };
  }

  private async seller(): Promise<InvoicePaper['seller']> {
    const parties = await this.database.transaction((tx) => this.parties.list(tx));
    const operator = parties.find(({ kinds }) => kinds.includes('operator'));
    return operator ?? { code: 'operator', name: 'operator' };
  }
}
