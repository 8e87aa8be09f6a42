import type { RollupDelta } from '@ciyuan/core/charging';
import { formatYuan } from '@ciyuan/core/kernel';
import { COUNTERS } from '@ciyuan/core/usage';
import { text, type FigureRows } from './figures';

interface Sums {
  records: number;
  readonly counts: bigint[];
  drawnMilli: bigint;
  gross: bigint;
  net: bigint | null;
  vendorCost: bigint;
  computeCost: bigint;
}

/** The lines of settlement that belong to a month or are booked in it, summed up out of recomputed writes. */
export class RollupSums {
  private readonly lines = new Map<string, Sums>();

  constructor(private readonly month: string) {}

  add(deltas: readonly RollupDelta[]): void {
    for (const delta of deltas) {
      if (delta.usageMonth !== this.month && delta.accountingMonth !== this.month) continue;
      const key = keyOf(delta);
      let line = this.lines.get(key);
      if (line === undefined) this.lines.set(key, (line = emptySums()));
      addTo(line, delta);
    }
  }

  figures(): FigureRows {
    const rows: FigureRows = new Map();
    for (const [key, line] of this.lines) {
      if (isNothing(line)) continue;
      rows.set(`usage_rollup_delta ${key}`, {
        records: text(line.records),
        ...Object.fromEntries(COUNTERS.map((name, index) => [name, text(line.counts[index])])),
        drawn_milli: text(line.drawnMilli),
        gross: formatYuan(line.gross),
        net: line.net === null ? '' : formatYuan(line.net),
        vendor_cost: formatYuan(line.vendorCost),
        compute_cost: formatYuan(line.computeCost),
      });
    }
    return rows;
  }
}

function keyOf(delta: RollupDelta): string {
  return [
    delta.usageMonth,
    delta.accountingMonth,
    delta.planVersionId,
    delta.splitRuleVersionId,
    delta.model ?? '-',
    delta.vendor ?? '-',
    delta.computeOwner ?? '-',
    delta.channel ?? '-',
    delta.chipKind ?? '-',
    delta.kind,
    delta.currency,
    delta.paid,
  ].join(' ');
}

const emptySums = (): Sums => ({
  records: 0,
  counts: COUNTERS.map(() => 0n),
  drawnMilli: 0n,
  gross: 0n,
  net: null,
  vendorCost: 0n,
  computeCost: 0n,
});

function addTo(line: Sums, delta: RollupDelta): void {
  line.records += delta.records;
  delta.counts.forEach((count, index) => {
    line.counts[index] = (line.counts[index] ?? 0n) + BigInt(count);
  });
  line.drawnMilli += delta.drawnMilli;
  line.gross += delta.gross;
  if (delta.net !== null) line.net = (line.net ?? 0n) + delta.net;
  line.vendorCost += delta.vendorCost;
  line.computeCost += delta.computeCost;
}

/** What was taken back whole leaves a line of nothing, and so does a record that used nothing free of charge. */
function isNothing(line: Sums): boolean {
  return (
    line.records === 0 &&
    line.counts.every((count) => count === 0n) &&
    line.drawnMilli === 0n &&
    line.gross === 0n &&
    (line.net ?? 0n) === 0n &&
    line.vendorCost === 0n &&
    line.computeCost === 0n
  );
}
