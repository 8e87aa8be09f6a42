import type { TakeOnAccounts, TakeOnReport } from '@ciyuan/modules/subscriptions';

type Answer = Awaited<ReturnType<TakeOnAccounts['run']>>;

/** More would not be read; whoever mends these finds the others then. */
const MOST_SHOWN = 50;

/** Says what came of a take-on; the exit code is 0 only where everything is as it was stated. */
export function printTakeOn(answer: Answer, print: (line: string) => void): number {
  if (!answer.ok) {
    for (const { path, code, detail } of answer.refusal.slice(0, MOST_SHOWN))
      print(`${path}: ${code}, ${detail}`);
    if (answer.refusal.length > MOST_SHOWN) print(`… and ${answer.refusal.length - MOST_SHOWN} more`);
    print(`${answer.refusal.length} faults`);
    return 1;
  }
  const report = answer.value;
  for (const { measure, stated, stored, isEqual } of report.totals)
    print(`${isEqual ? ' ' : '!'} ${measure.padEnd(22)} ${stated.padStart(24)} ${stored.padStart(24)}`);
  print(`${whatWasDone(report)}; ${report.matches ? 'every total is as stated' : 'totals differ'}.`);
  return report.matches ? 0 : 1;
}

function whatWasDone({ applied, runId, chunks, chunksNow }: TakeOnReport): string {
  if (!applied) return `Dry run: ${chunksNow} of ${chunks} chunks were taken on and rolled back`;
  return `Take-on ${runId}: ${chunksNow} of ${chunks} chunks were taken on now, the others before`;
}
