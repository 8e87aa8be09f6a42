import { Injectable } from '@nestjs/common';
import type { ReplayedWrite } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import { figuresOfWrite, togetherAsWrite } from './computed-figures';
import { compareFigures, missingRow, type FigureDifference, type FigureRows } from './figures';
import { ownDifferences } from './reported-counts';
import type { LoggedWrite } from './read-account-log';
import { StoredFiguresStore } from './stored-figures.store';

export interface RetoldWrite {
  readonly accountId: number;
  readonly write: LoggedWrite & { readonly batchId: number };
  /** What the record alone came to. */
  readonly own: ReplayedWrite;
  /** The parts of the account's write, in order; the record's is among them. */
  readonly whole: readonly ReplayedWrite[];
}

/** Compares a record that was told again with what is stored of it; the journal is that of its whole write. */
@Injectable()
export class CheckExplained {
  constructor(private readonly stored: StoredFiguresStore) {}

  async run(tx: Tx, { accountId, write, own, whole }: RetoldWrite): Promise<FigureDifference[]> {
    const sequence = own.charged[0]?.sequence;
    const mine = figuresOfWrite(accountId, write.batchId, own);
    const all = await this.stored.ofAccount(tx, accountId);
    const records = write.records.filter(({ event }) => event.sequence === sequence);
    const stored: FigureRows = new Map([
      ...[...all].filter(([key]) => isOf(key, accountId, sequence)),
      ...records.map(({ figures }) => [`usage_record ${accountId}/${sequence}`, figures] as const),
    ]);
    const journals = await this.stored.journals(tx, accountId, [write.batchId]);
    return [
      ...(write.isOnRecord ? [] : [missingRow(`account_write ${write.batchId}`)]),
      ...compareFigures(stored, without(mine, 'journal_line')),
      ...compareFigures(journals, togetherAsWrite(accountId, write.batchId, whole)),
      ...ownDifferences(accountId, records),
    ];
  }
}

const isOf = (key: string, accountId: number, sequence: number | undefined): boolean =>
  ['grant_movement', 'cost_suspense', 'commitment_entry'].some((table) =>
    key.startsWith(`${table} ${accountId}/${sequence} `),
  );

const without = (rows: FigureRows, table: string): FigureRows =>
  new Map([...rows].filter(([key]) => !key.startsWith(`${table} `)));
