import type { CommitmentMove } from './commitment-move';
import type { Draft } from '../draft';
import { postPosition } from './post-commitment';
import type { RecordContext } from '../record-context';

/** Moves the counter and posts what closed periods come to by now; the usage charge itself is the caller's to post. */
export function bookMove(work: Draft, context: RecordContext, move: CommitmentMove): void {
  const { account, sequence } = context;
  const { subscription, key, quantityBefore, quantityAfter, before, after } = move;
  const quantity = account.counters.get(key) ?? 0n;
  if (quantity !== quantityBefore) throw new Error(`counter ${key} moved on from ${quantityBefore}`);
  account.counters.set(key, quantityAfter);
  account.changedCounters.add(key);
  postPosition(work, { account, subscription, sequence, before, after, context });
}
