import { commitmentPosition, type CommitmentPosition } from '../../commitment';
import type { Instant, PicoYuan } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import { contractOf, periodAt } from './commitment-contract';

/** How the consumption of one period is to move, and what the contract comes to before and after: data, not done yet. */
export interface CommitmentMove {
  readonly subscription: SubscriptionState;
  /** Of the account's counter. */
  readonly key: string;
  readonly quantityBefore: bigint;
  readonly quantityAfter: bigint;
  readonly before: CommitmentPosition;
  readonly after: CommitmentPosition;
  /** What usage is charged by it; less than nothing where tokens are taken back. */
  readonly gross: PicoYuan;
}

/** Counters are by period of the contract, counted from 1 as cycles are. */
export const commitmentKey = (subscriptionId: number, period: number): string =>
  `${subscriptionId}|commitment|${period + 1}`;

/** What was consumed in each period so far: tokens, or pico-yuan of a spend. */
export function consumptionOf(account: AccountState, subscription: SubscriptionState): bigint[] {
  return contractOf(subscription, account.zone).periods.map(
    (_, period) => account.counters.get(commitmentKey(subscription.id, period)) ?? 0n,
  );
}

/** What the contract comes to, had each period consumed so much and were so many of them closed. */
export function positionOf(
  account: AccountState,
  subscription: SubscriptionState,
  consumption: readonly bigint[],
  closed = closedPeriods(subscription),
): CommitmentPosition {
  const { terms, netOf } = contractOf(subscription, account.zone);
  return commitmentPosition(terms, consumption, closed, netOf);
}

export const closedPeriods = (subscription: SubscriptionState): number => subscription.nextCycle - 1;

/** What so many more tokens (pico-yuan of a spend; less than nothing takes back) at an instant would change. */
export function planMove(
  account: AccountState,
  subscription: SubscriptionState,
  at: Instant,
  quantity: bigint,
): CommitmentMove {
  const period = periodAt(contractOf(subscription, account.zone), at);
  const consumption = consumptionOf(account, subscription);
  const before = positionOf(account, subscription, consumption);
  const quantityBefore = consumption[period] as bigint;
  const quantityAfter = (consumption[period] = quantityBefore + quantity);
  const after = positionOf(account, subscription, consumption);
  return {
    subscription,
    key: commitmentKey(subscription.id, period),
    quantityBefore,
    quantityAfter,
    before,
    after,
    gross: after.usageGross - before.usageGross,
  };
}
