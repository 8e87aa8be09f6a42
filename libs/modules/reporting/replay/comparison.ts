import type { Tx } from '@ciyuan/platform/database';
import type { LoggedRecord } from './logged-event';
import {
  brokenRow,
  compareFigures,
  missingRow,
  text,
  type FigureDifference,
  type FigureRows,
} from './figures';
import { ownDifferences } from './reported-counts';
import type { StoredFiguresStore } from './stored-figures.store';

const WRITES_PER_LOOK = 200;

export interface AccountVerdict {
  readonly records: number;
  readonly figures: number;
  readonly differences: readonly FigureDifference[];
}

/** What was compared so far, and what did not agree. */
export class Comparison {
  private records = 0;
  private figures = 0;
  private readonly differences: FigureDifference[] = [];

  compare(stored: FigureRows, computed: FigureRows): void {
    this.differences.push(...compareFigures(stored, computed));
    for (const row of computed.values()) this.figures += Object.keys(row).length;
  }

  /** A record whose counts were made of a provider's object must still be made of it. */
  reported(accountId: number, records: readonly LoggedRecord[]): void {
    this.records += records.length;
    this.differences.push(...ownDifferences(accountId, records));
  }

  fault(figure: string, detail: string): void {
    this.differences.push(brokenRow(figure, detail));
  }

  missing(figure: string): void {
    this.differences.push(missingRow(figure));
  }

  verdict(): AccountVerdict {
    return { records: this.records, figures: this.figures, differences: this.differences };
  }
}

/** Journals of some hundred writes at a time; at the end none may be left that no write of the account booked. */
export class JournalLook {
  private readonly batchIds: number[] = [];
  private computed: FigureRows = new Map();
  private seen = 0;

  constructor(
    private readonly stored: StoredFiguresStore,
    private readonly tx: Tx,
    private readonly accountId: number,
    private readonly tally: Comparison,
  ) {}

  async look(batchId: number | null, computed: FigureRows): Promise<void> {
    if (batchId !== null) this.batchIds.push(batchId);
    for (const [key, row] of computed) this.computed.set(key, row);
    if (this.batchIds.length >= WRITES_PER_LOOK) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
    const all = await this.stored.journalCount(this.tx, this.accountId);
    const figure = `journal_line ${this.accountId}`;
    if (all !== this.seen)
      this.tally.compare(
        new Map([[figure, { rows: text(all) }]]),
        new Map([[figure, { rows: text(this.seen) }]]),
      );
  }

  private async flush(): Promise<void> {
    const stored = await this.stored.journals(this.tx, this.accountId, this.batchIds);
    this.seen += stored.size;
    this.tally.compare(stored, this.computed);
    this.batchIds.length = 0;
    this.computed = new Map();
  }
}
