import { textTable, type Column } from '../../demo/report/text-table';

export interface SettlementFigures {
  readonly records: number;
  readonly accounts: number;
  readonly batches: number;
  readonly writeMs: number;
  /** Roll-up deltas that a settlement reads, and the lines that they come to. */
  readonly deltas: number;
  readonly rollupLines: number;
  readonly statementLines: number;
  readonly groupByMs: number;
  readonly groups: number;
  readonly loadMs: number;
  readonly planMs: number;
  /** Loading, planning and writing, as a run does it. */
  readonly calculateMs: number;
  readonly approveMs: number;
  readonly issueMs: number;
  readonly verifyMs: number;
  readonly verifyPeakMegabytes: number;
  readonly verifiedFigures: number;
  readonly differences: number;
  readonly violations: number;
}

const MS_PER_SECOND = 1_000;
const seconds = (ms: number): string => (ms / MS_PER_SECOND).toFixed(2);
const whole = (value: number): string => value.toLocaleString('en-US');
const COLUMNS: readonly Column[] = [
  { title: 'what', align: 'left' },
  { title: 'seconds', align: 'right' },
];

/** Of a GROUP BY over the records to a whole calculation from roll-ups: above 1, roll-ups are faster. */
export const ratioOf = ({ groupByMs, calculateMs }: SettlementFigures): number => groupByMs / calculateMs;

export function printSettlementBench(figures: SettlementFigures): void {
  const { records, accounts, batches, writeMs, deltas, rollupLines, statementLines } = figures;
  const write = figures.calculateMs - figures.loadMs - figures.planMs;
  console.log(
    textTable(COLUMNS, [
      [
        `GROUP BY over ${whole(records)} records, ${whole(figures.groups)} groups`,
        seconds(figures.groupByMs),
      ],
      ['calculate a month from roll-ups', seconds(figures.calculateMs)],
      [`  read and sum ${whole(deltas)} deltas to ${whole(rollupLines)} lines`, seconds(figures.loadMs)],
      ['  plan the shares', seconds(figures.planMs)],
      [`  write ${whole(statementLines)} lines of statements`, seconds(Math.max(0, write))],
      ['approve', seconds(figures.approveMs)],
      ['issue', seconds(figures.issueMs)],
      [`verify, ${whole(figures.verifiedFigures)} figures`, seconds(figures.verifyMs)],
    ]),
  );
  console.log(`\n${whole(records)} records of ${accounts} accounts, written in ${batches} batches`);
  console.log(`Written in ${seconds(writeMs)} s; GROUP BY to calculate: ${ratioOf(figures).toFixed(2)}`);
  console.log(
    `Verify held ${whole(figures.verifyPeakMegabytes)} MB at most; figures that differ: ${figures.differences}`,
  );
  console.log(`Identities over stored rows broken: ${figures.violations}`);
}
