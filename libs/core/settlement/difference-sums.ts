import {
  compareSettledKeys,
  type CurrencyDifference,
  type LineDifference,
  type PartyDifference,
  type SettlementDifference,
} from './compare-settlements';
import { addFigures } from './statement-lines';

export interface DifferenceSummary {
  readonly parties: readonly PartyDifference[];
  readonly totals: readonly CurrencyDifference[];
  readonly changed: number;
  readonly appeared: number;
  readonly gone: number;
  /** Those whose share moved most, the largest first. */
  readonly lines: readonly LineDifference[];
}

/** Parts of one comparison taken together, each of parties of its own; of the lines it keeps the largest `most`. */
export class DifferenceSums {
  private readonly parties: PartyDifference[] = [];
  private readonly totals = new Map<string, CurrencyDifference>();
  private readonly counts = { changed: 0, appeared: 0, gone: 0 };
  private lines: LineDifference[] = [];

  constructor(private readonly most: number) {}

  add(part: SettlementDifference): void {
    this.parties.push(...part.parties);
    for (const total of part.totals) this.addTotal(total);
    for (const { change } of part.lines) this.counts[change] += 1;
    this.lines = [...this.lines, ...part.lines].sort(bySize).slice(0, this.most);
  }

  summary(): DifferenceSummary {
    const totals = [...this.totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
    return { parties: this.parties, totals, ...this.counts, lines: this.lines };
  }

  private addTotal(total: CurrencyDifference): void {
    const found = this.totals.get(total.currency);
    if (found === undefined) this.totals.set(total.currency, total);
    else
      this.totals.set(total.currency, {
        currency: total.currency,
        before: addFigures(found.before, total.before),
        after: addFigures(found.after, total.after),
        difference: addFigures(found.difference, total.difference),
      });
  }
}

function bySize(a: LineDifference, b: LineDifference): number {
  const [x, y] = [size(a), size(b)];
  return x === y ? compareSettledKeys(a, b) : x > y ? -1 : 1;
}

const size = ({ difference: { shareFen } }: LineDifference): bigint => (shareFen < 0n ? -shareFen : shareFen);
