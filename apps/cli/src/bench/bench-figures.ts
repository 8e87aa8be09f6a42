import { textTable } from '../demo/report/text-table';

/** The same records on both sides. */
export interface Pair {
  readonly records: number;
  readonly writeMs: number;
  readonly copyMs: number;
}

export interface BenchFigures {
  readonly rows: number;
  readonly batches: number;
  readonly batchRecords: number;
  readonly accounts: number;
  readonly workers: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly pairs: readonly Pair[];
  readonly violations: readonly { readonly what: string; readonly detail: string }[];
}

const MS_PER_SECOND = 1_000;

export const ratioOf = ({ writeMs, copyMs }: Pair): number => copyMs / writeMs;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** With the median of the pairs' ratios: records a second of the write path to those of COPY. */
export const withRatio = (figures: BenchFigures): BenchFigures & { readonly ratio: number } => ({
  ratio: median(figures.pairs.map(ratioOf)),
  ...figures,
});

const perSecond = (records: number, ms: number): string =>
  Math.round((records * MS_PER_SECOND) / ms).toLocaleString('en-US');

export function printBench(figures: BenchFigures): void {
  const rows = figures.pairs.map((pair, index) => [
    String(index + 1),
    perSecond(pair.records, pair.writeMs),
    perSecond(pair.records, pair.copyMs),
    ratioOf(pair).toFixed(3),
  ]);
  const columns = ['pair', 'write path, records/s', 'COPY, rows/s', 'ratio'];
  console.log(
    textTable(
      columns.map((title) => ({ title, align: 'right' })),
      rows,
    ),
  );
  const { accounts, workers, batches, batchRecords, rows: before } = figures;
  console.log(
    `\n${workers} writing processes against one COPY; ${accounts} accounts; ${before} rows before; ` +
      `${batches} batches of ${batchRecords} a run.`,
  );
  console.log(`Identities over stored rows broken: ${figures.violations.length}`);
  console.log(`Ratio, median of ${figures.pairs.length}: ${median(figures.pairs.map(ratioOf)).toFixed(3)}`);
}
