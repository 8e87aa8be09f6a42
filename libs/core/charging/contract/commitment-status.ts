import type { CommitmentMode } from '../../catalogue';
import { NO_PERIOD, settleTokenCommitment } from '../../commitment';
import type { Instant, Period, PicoYuan } from '../../kernel';
import type { AccountState, SubscriptionState } from '../account-state';
import { contractOf } from './commitment-contract';
import { closedPeriods, consumptionOf, positionOf } from './commitment-move';

/** One period of a contract as it stands; quantities in milli-tokens, or pico-yuan of a spend. */
export interface PeriodStatus {
  /** From 1. */
  readonly period: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly committed: bigint;
  /** Of a prepaid period what was drawn of its grant. */
  readonly consumed: bigint;
  /** Granted, of a prepaid period; of others, settled: until then there is no shortfall. */
  readonly isDone: boolean;
  readonly shortfall: bigint;
  /** Of this period's credits, in whatever period they went; granted = used + lapsed + left. */
  readonly makeUpGranted: bigint;
  readonly makeUpUsed: bigint;
  readonly makeUpLapsed: bigint;
  readonly makeUpLeft: bigint;
  /** What the contract charged: for the grant, or for usage within and over the commitment. */
  readonly usageGross: PicoYuan;
  readonly shortfallGross: PicoYuan;
}

export interface CommitmentStatus {
  readonly subscriptionId: number;
  readonly plan: string;
  readonly mode: CommitmentMode;
  readonly periods: readonly PeriodStatus[];
}

const MILLI = 1000n;

/** The account's commitments in the order in which they were taken up, each with all of its periods. */
export function commitmentStatuses(account: AccountState): CommitmentStatus[] {
  return account.subscriptions
    .filter((one) => one.plan.body.commitment !== undefined)
    .map((one) => {
      const { mode, periods } = contractOf(one, account.zone);
      const figures = mode === 'prepaid' ? prepaid(account, one) : settledAfterwards(account, one);
      return { subscriptionId: one.id, plan: one.plan.code, mode, periods: periods.map(figures) };
    });
}

type PeriodReader = (period: Period, index: number) => PeriodStatus;

const NOTHING = {
  shortfall: 0n,
  makeUpGranted: 0n,
  makeUpUsed: 0n,
  makeUpLapsed: 0n,
  makeUpLeft: 0n,
  shortfallGross: 0n,
};

const place = ({ start, end }: Period, index: number) => ({
  period: index + 1,
  startsAt: start,
  endsAt: end,
});

function prepaid(account: AccountState, subscription: SubscriptionState): PeriodReader {
  const { terms } = contractOf(subscription, account.zone);
  const committed = terms.metric === 'tokens' ? terms.committedTokens : [];
  const grants = new Map(
    account.grants.filter((one) => one.subscriptionId === subscription.id).map((one) => [one.cycle, one]),
  );
  return (period, index) => {
    const grant = grants.get(index + 1);
    return {
      ...NOTHING,
      ...place(period, index),
      committed: (committed[index] ?? 0n) * MILLI,
      consumed: grant?.drawnMilli ?? 0n,
      isDone: grant !== undefined,
      usageGross: grant?.priceGross ?? 0n,
    };
  };
}

function settledAfterwards(account: AccountState, subscription: SubscriptionState): PeriodReader {
  const { terms } = contractOf(subscription, account.zone);
  const consumption = consumptionOf(account, subscription);
  const { closed } = positionOf(account, subscription, consumption);
  const isSpend = terms.metric === 'amount';
  const scale = isSpend ? 1n : MILLI;
  const committed = isSpend ? terms.committedPico : terms.committedTokens;
  const settled = isSpend ? [] : settleTokenCommitment(terms, consumption);
  return (period, index) => {
    const now = closed[index] ?? NO_PERIOD;
    const { withinCharge, overCharge } = settled[index] ?? { withinCharge: 0n, overCharge: 0n };
    const consumed = consumption[index] ?? 0n;
    return {
      ...place(period, index),
      committed: (committed[index] ?? 0n) * scale,
      consumed: consumed * scale,
      isDone: index < closedPeriods(subscription),
      shortfall: now.shortfall * scale,
      makeUpGranted: now.makeUpGranted * scale,
      makeUpUsed: now.makeUpUsed * scale,
      makeUpLapsed: now.makeUpLapsed * scale,
      makeUpLeft: (now.makeUpGranted - now.makeUpUsed - now.makeUpLapsed) * scale,
      usageGross: isSpend ? consumed : withinCharge + overCharge,
      shortfallGross: now.gross,
    };
  };
}
