import type { PicoYuan } from '../../kernel';
import type { SubscriptionState } from '../account-state';
import { planMove, type CommitmentMove } from './commitment-move';
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

/**
 * Moves the consumption of the period of a record by whole tokens, negative to take them back, and posts under the
 * record's sequence number what that changes of periods that are closed. Answers with the difference of the usage
 * charge, pico-yuan, which the caller posts with the record's counts and costs.
 */
export function moveCommitment(
  work: Draft,
  context: RecordContext,
  subscription: SubscriptionState,
  tokens: bigint,
): { readonly gross: PicoYuan } {
  const move = planMove(context.account, subscription, context.record.at, tokens);
  bookMove(work, context, move);
  return { gross: move.gross };
}

/** The same for a spend, by the usage charge of a record in pico-yuan: it changes no charge but shortfalls. */
export function moveSpend(
  work: Draft,
  context: RecordContext,
  subscription: SubscriptionState,
  gross: PicoYuan,
): void {
  bookMove(work, context, planMove(context.account, subscription, context.record.at, gross));
}
