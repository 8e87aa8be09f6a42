import { formatInstant, formatScaled, formatYuan } from '@ciyuan/core/kernel';
import type { ReadCommitments } from '@ciyuan/modules/subscriptions';

type Commitments = NonNullable<Awaited<ReturnType<ReadCommitments['run']>>>;
type Period = Commitments[number]['periods'][number];

/** Quantities are decimals in the contract's unit; yuan with VAT. Make-up: granted − used − lapsed = left on every row. */
export interface CommitmentsView {
  readonly account: string;
  readonly commitments: readonly {
    readonly subscription: number;
    readonly plan: string;
    readonly mode: 'prepaid' | 'take_or_pay' | 'spend';
    readonly unit: 'tokens' | 'yuan';
    readonly periods: readonly PeriodView[];
  }[];
}

export interface PeriodView {
  readonly period: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** `granted` of a prepaid period, `closed` of the others. */
  readonly state: 'to_come' | 'granted' | 'open' | 'closed';
  readonly committed: string;
  readonly consumed: string;
  readonly shortfall: string;
  readonly makeUpGranted: string;
  readonly makeUpUsed: string;
  readonly makeUpLapsed: string;
  readonly makeUpLeft: string;
  readonly chargedYuan: string;
  readonly shortfallYuan: string;
}

const MILLI_PLACES = 3;

export function commitmentsOf(account: string, commitments: Commitments): CommitmentsView {
  return {
    account,
    commitments: commitments.map(({ subscriptionId, plan, mode, periods }) => {
      const quantity = (amount: bigint): string =>
        mode === 'spend' ? formatYuan(amount) : formatScaled(amount, MILLI_PLACES);
      const [done, pending] =
        mode === 'prepaid' ? (['granted', 'to_come'] as const) : (['closed', 'open'] as const);
      return {
        subscription: subscriptionId,
        plan,
        mode,
        unit: mode === 'spend' ? 'yuan' : 'tokens',
        periods: periods.map((period) => periodView(period, period.isDone ? done : pending, quantity)),
      };
    }),
  };
}

function periodView(
  period: Period,
  state: PeriodView['state'],
  quantity: (amount: bigint) => string,
): PeriodView {
  return {
    period: period.period,
    startsAt: formatInstant(period.startsAt),
    endsAt: formatInstant(period.endsAt),
    state,
    committed: quantity(period.committed),
    consumed: quantity(period.consumed),
    shortfall: quantity(period.shortfall),
    makeUpGranted: quantity(period.makeUpGranted),
    makeUpUsed: quantity(period.makeUpUsed),
    makeUpLapsed: quantity(period.makeUpLapsed),
    makeUpLeft: quantity(period.makeUpLeft),
    chargedYuan: formatYuan(period.usageGross),
    shortfallYuan: formatYuan(period.shortfallGross),
  };
}
