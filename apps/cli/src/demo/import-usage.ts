import { IntakeUsage, type UsageOutcome } from '@ciyuan/modules/charging';
import type { Json } from '@ciyuan/core/usage';
import type { Engine } from '../scratch/scratch-engine';
import { startProgress } from './progress';
import type { PlacedRecord } from './spread/placed-record';

export type OutcomeCounts = Readonly<Record<UsageOutcome['status'], number>>;

/** Posts every record as its partner would, in order, through the flow that the API calls. */
export async function importUsage(
  engine: Engine,
  records: readonly PlacedRecord[],
  batchRecords: number,
  label: string,
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
  for (const record of records) {
    const batch = waiting.get(record.partner) ?? [];
    waiting.set(record.partner, batch);
    batch.push(record);
    if (batch.length < batchRecords) continue;
    waiting.delete(record.partner);
    await post(record.partner, batch);
  }
  for (const [partner, batch] of waiting) await post(partner, batch);
  progress.stop();
  return counts;
}
