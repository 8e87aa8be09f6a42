import type { CostGap, ReplayedWrite } from '@ciyuan/core/charging';
import { text, type FigureRows } from './figures';

/** What corrections change of what earlier writes have stored, and what they say of themselves. */
export class CorrectedFigures {
  private readonly gaps: CostGap[] = [];
  /** The number of the reversal, by that of the entry whose rating it takes back. */
  private readonly reversals = new Map<number, number>();
  private readonly runs: FigureRows = new Map();

  constructor(private readonly accountId: number) {}

  /** `lastSequence`: the last number that the account has used once the write is done. */
  add(batchId: number, write: ReplayedWrite, lastSequence: number): void {
    this.gaps.push(...write.costGaps);
    for (const { reversedSequence, rating } of write.corrections)
      if (reversedSequence !== null) this.reversals.set(reversedSequence, rating.sequence);
    const { reRated } = write;
    if (reRated === undefined) return;
    const { changed, kept } = reRated;
    const row = { through_sequence: text(lastSequence), changed: text(changed), kept: text(kept) };
    this.runs.set(`re_rating_run ${this.accountId}/${batchId}`, row);
  }

  figures(): FigureRows {
    const rows = new Map(this.runs);
    for (const { sequence, role } of this.gaps) {
      const settled = { settled_sequence: text(this.reversals.get(sequence)) };
      rows.set(`cost_settled ${this.accountId}/${sequence} ${role}`, settled);
    }
    return rows;
  }
}
