import { dayOf } from '@ciyuan/core/kernel';
import { IntakeUsage, type UsageOutcome } from '@ciyuan/modules/charging';
import type { Json } from '@ciyuan/core/usage';
import type { Engine } from '../scratch/scratch-engine';
import { startProgress } from './progress';
import type { PlacedRecord } from './spread/placed-record';

export type OutcomeCounts = Readonly<Record<UsageOutcome['status'], number>>;

export interface UsageImport {
  /** In the order of their instants. */
  readonly records: readonly PlacedRecord[];
  /** The most that a post holds. */
  readonly batchRecords: number;
  readonly label: string;
  /** Zone of the days that are posted as they end, on a clock that goes along; else all is posted now. */
  readonly dailyIn?: string;
}

/** Posts every record as its partner would, in order, through the flow that the API calls. */
export async function importUsage(
  engine: Engine,
  { records, batchRecords, label, dailyIn }: UsageImport,
): Promise<OutcomeCounts> {
  const counts = { accepted: 0, duplicate: 0, conflict: 0, suspense: 0, refused: 0 };
  const waiting = new Map<string, PlacedRecord[]>();
  const progress = startProgress({ label, total: records.length });
  const post = async (partner: string, batch: readonly PlacedRecord[]): Promise<void> => {
    // As bytes on the wire would be: what the flow is given holds nothing of ours.
    const body = JSON.parse(JSON.stringify(batch.map((one) => one.record))) as Json[];
    for (const { status } of await engine.get(IntakeUsage).run(partner, body)) counts[status] += 1;
    progress.advance(batch.length);
  };
  const postWaiting = async (): Promise<void> => {
    for (const [partner, batch] of waiting) await post(partner, batch);
    waiting.clear();
  };
  let day: string | undefined;
  for (const record of records) {
    if (dailyIn !== undefined) {
      if (day !== (day = dayOf(dailyIn, record.at))) await postWaiting();
      engine.clock.moveTo(record.at);
    }
    const batch = waiting.get(record.partner) ?? [];
    waiting.set(record.partner, batch);
    batch.push(record);
    if (batch.length < batchRecords) continue;
    waiting.delete(record.partner);
    await post(record.partner, batch);
  }
  await postWaiting();
  progress.stop();
  return counts;
}
