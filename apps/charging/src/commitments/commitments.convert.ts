import { formatInstant, formatScaled, formatYuan, type Instant } from '@ciyuan/core/kernel';
import type { ReadCommitments } from '@ciyuan/modules/subscriptions';
import type { CommitmentView, CommitmentsQuery, CommitmentsView, PeriodView } from './commitments.dto';

type Commitments = NonNullable<Awaited<ReturnType<ReadCommitments['run']>>>;
type Period = Commitments[number]['periods'][number];

const MILLI_PLACES = 3;

export function commitmentsOf(
  account: string,
  commitments: Commitments,
  { plan, mode, state }: CommitmentsQuery,
  now: Instant,
): CommitmentsView {
  const asked = commitments.filter(
    (one) => (plan === undefined || one.plan === plan) && (mode === undefined || one.mode === mode),
  );
  const views = asked.map((one) => viewOf(one, now));
  return { account, commitments: state === undefined ? views : views.flatMap((one) => inState(one, state)) };
}

function inState(view: CommitmentView, state: PeriodView['state']): CommitmentView[] {
  const periods = view.periods.filter((period) => period.state === state);
  return periods.length === 0 ? [] : [{ ...view, periods }];
}

function viewOf({ subscriptionId, plan, mode, periods }: Commitments[number], now: Instant): CommitmentView {
  const quantity = (amount: bigint): string =>
    mode === 'spend' ? formatYuan(amount) : formatScaled(amount, MILLI_PLACES);
  const stateOf = ({ isDone, startsAt }: Period): PeriodView['state'] => {
    if (isDone) return mode === 'prepaid' ? 'granted' : 'closed';
    return mode === 'prepaid' || startsAt > now ? 'to_come' : 'open';
  };
  return {
    subscription: subscriptionId,
    plan,
    mode,
    unit: mode === 'spend' ? 'yuan' : 'tokens',
    periods: periods.map((period) => periodView(period, stateOf(period), quantity)),
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
