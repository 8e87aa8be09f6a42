import { Injectable } from '@nestjs/common';
import { divideHalfAway, ok, refuse, type Fen, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from './bill-runs.store';
import type { CreditRefusal } from './billing-refusals';
import { CreditNotesStore, type CreditableLine } from './credit-notes.store';
import type { CreditLine, CreditNote } from './invoice';
import { InvoiceVoidsStore } from './invoice-voids.store';

export interface CreditToRequest {
  /** Of the document. */
  readonly number: string;
  readonly reason: string;
  /** By the number of the line, each once: what is credited of it, VAT included; above 0. */
  readonly lines: readonly { readonly line: number; readonly grossFen: Fen }[];
  readonly by: string;
}

/** Asks for a part of what a document bills to be credited: at most what is left of each line. */
@Injectable()
export class RequestCredit {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly voids: InvoiceVoidsStore,
    private readonly notes: CreditNotesStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: CreditToRequest): Promise<Result<CreditNote, CreditRefusal>> {
    return this.database.retrying((tx) => this.request(tx, wanted));
  }

  private async request(tx: Tx, wanted: CreditToRequest): Promise<Result<CreditNote, CreditRefusal>> {
    await this.runs.lock(tx);
    const invoice = await this.voids.byNumber(tx, wanted.number);
    if (invoice === undefined) return refuse({ code: 'unknown_invoice' });
    if (invoice.isVoid) return refuse({ code: 'voided' });
    if (invoice.voidRequestedBy !== null) return refuse({ code: 'void_requested' });
    const lines = creditLines(await this.notes.lines(tx, invoice.id), wanted.lines);
    if (!lines.ok) return lines;
    const { reason, by: requestedBy } = wanted;
    const asked = { invoiceId: invoice.id, reason, currency: invoice.currency, requestedBy };
    const note = { ...asked, ...totals(lines.value), requestedAt: this.clock.now(), lines: lines.value };
    const id = await this.notes.add(tx, note);
    return ok({ ...note, id, number: null, approvedBy: null, issuedAt: null });
  }
}

function creditLines(
  known: ReadonlyMap<number, CreditableLine>,
  wanted: CreditToRequest['lines'],
): Result<CreditLine[], CreditRefusal> {
  const credited: CreditLine[] = [];
  for (const { line, grossFen } of wanted) {
    const found = known.get(line);
    if (found === undefined) return refuse({ code: 'unknown_line', line });
    if (credited.some((one) => one.line === line)) return refuse({ code: 'line_named_twice', line });
    const leftFen = found.grossFen - found.creditedGrossFen;
    if (grossFen > leftFen) return refuse({ code: 'above_the_line', line, leftFen });
    credited.push(creditOf(found, grossFen));
  }
  return ok(credited);
}

/** Net as the line has it in its gross, over all that is credited of it: credited in full, nothing of its tax is left. */
function creditOf(line: CreditableLine, grossFen: Fen): CreditLine {
  const credited = line.creditedGrossFen + grossFen;
  const net = divideHalfAway(line.netFen * credited, line.grossFen) - line.creditedNetFen;
  return { accountId: line.accountId, line: line.line, grossFen, netFen: net, taxFen: grossFen - net };
}

const totals = (lines: readonly CreditLine[]): Pick<CreditNote, 'grossFen' | 'netFen' | 'taxFen'> =>
  lines.reduce(
    (sum, one) => ({
      grossFen: sum.grossFen + one.grossFen,
      netFen: sum.netFen + one.netFen,
      taxFen: sum.taxFen + one.taxFen,
    }),
    { grossFen: 0n, netFen: 0n, taxFen: 0n },
  );
