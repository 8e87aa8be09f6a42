import type { CommitmentStatus, PeriodStatus } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';

/** How far the period of a commitment is, and how much of it is used up; quantities in the unit of its mode. */
export interface CommitmentPace extends Pick<CommitmentStatus, 'plan' | 'mode' | 'subscriptionId'> {
  readonly account: string;
  readonly period: Pick<PeriodStatus, 'period' | 'startsAt' | 'endsAt' | 'committed' | 'consumed'>;
  /** In ten thousandths, rounded down; used may be more than all. */
  readonly used: bigint;
  readonly elapsed: bigint;
  /** Less is used than time has gone by, by a tenth of the period or more. */
  readonly isBehind: boolean;
}

const WHOLE = 10_000n;
const A_TENTH = 1_000n;

/** Of the period in which the instant lies; undefined where none does. */
export function paceAt(
  account: string,
  { periods, plan, mode, subscriptionId }: CommitmentStatus,
  now: Instant,
): CommitmentPace | undefined {
  const period = periods.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  if (period === undefined) return undefined;
  const { startsAt, endsAt, committed, consumed } = period;
  const used = committed === 0n ? WHOLE : (consumed * WHOLE) / committed;
  const elapsed = (BigInt(now - startsAt) * WHOLE) / BigInt(endsAt - startsAt);
  return { account, plan, mode, subscriptionId, period, used, elapsed, isBehind: used + A_TENTH <= elapsed };
}
