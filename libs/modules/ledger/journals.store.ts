import { Injectable } from '@nestjs/common';
import type { JournalLine } from '@ciyuan/core/charging';
import { formatInstant } from '@ciyuan/core/kernel';
import { assetText } from '@ciyuan/core/ledger';
import { COPY_NULL, copyChunks, type Tx } from '@ciyuan/platform/database';

const COLUMNS =
  'account_id, batch_id, line, accounting_month, asset, ledger_account, party, amount, booked_at';

/** A line of a journal that may name the party whose sub-account it moves. */
export interface BookedLine extends JournalLine {
  readonly party?: string;
}

export interface BookedBatch {
  readonly batchId: number;
  readonly lines: readonly BookedLine[];
}

/** Journals are added and never changed; a statement that leaves one out of balance is refused by the table. */
@Injectable()
export class JournalsStore {
  async add(tx: Tx, batchId: number, lines: readonly BookedLine[], bookedAt: number): Promise<void> {
    await this.addAll(tx, [{ batchId, lines }], bookedAt);
  }

  /** Journals of many batches in one statement. */
  async addAll(tx: Tx, batches: readonly BookedBatch[], bookedAt: number): Promise<void> {
    const rows = batches.flatMap((batch) => rowsOf(batch, bookedAt));
    if (rows.length === 0) return;
    await tx.copyIn(`COPY ciyuan.journal_line (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** The number that names one write everywhere. */
  async nextBatchId(tx: Tx): Promise<number> {
    const [row] = await tx.rows<{ id: string }>("SELECT nextval('ciyuan.batch_id') AS id", [], 'next_batch');
    return Number(row?.id);
  }

  /** As many of these numbers, each above the one before. */
  async nextBatchIds(tx: Tx, count: number): Promise<number[]> {
    const rows = await tx.rows<{ id: string }>(
      "SELECT nextval('ciyuan.batch_id') AS id FROM generate_series(1, $1)",
      [count],
    );
    return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  }
}

function rowsOf({ batchId, lines }: BookedBatch, bookedAt: number): string[] {
  const next = new Map<number, number>();
  const at = formatInstant(bookedAt);
  return lines.map((line) => {
    const number = (next.get(line.accountId) ?? 0) + 1;
    next.set(line.accountId, number);
    const amount = assetText(line.asset, line.amount);
    return `${line.accountId}\t${batchId}\t${number}\t${line.accountingMonth}\t${line.asset}\t${line.account}\t${line.party ?? COPY_NULL}\t${amount}\t${at}\n`;
  });
}
