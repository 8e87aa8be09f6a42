import { formatInstant, formatScaled, formatYuan } from '@ciyuan/core/kernel';
import type { CommitmentPace, ModelTotal, Overview, OverviewDay, Revenue } from '@ciyuan/modules/reporting';
import type {
  CommitmentPaceView,
  ModelTotalView,
  OverviewDayView,
  OverviewView,
  RevenueView,
} from './overview.dto';

const MILLI_PLACES = 3;
const SHARE_PLACES = 4;

export const overviewView = (overview: Overview): OverviewView => ({
  from: overview.from,
  to: overview.to,
  days: overview.days.map(dayView),
  tokens: String(overview.tokens),
  revenue: overview.revenue.map(revenueView),
  topByTokens: overview.topByTokens.map(modelView),
  topByRevenue: overview.topByRevenue.map(modelView),
});

const dayView = ({
  day,
  payingAccounts,
  records,
  tokens,
  counts,
  revenue,
}: OverviewDay): OverviewDayView => ({
  day,
  payingAccounts,
  records,
  tokens: String(tokens),
  classes: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
  revenue: revenue.map(revenueView),
});

const revenueView = ({ kind, currency, amount }: Revenue): RevenueView => ({
  kind,
  currency,
  amount: formatYuan(amount),
});

const modelView = ({ model, currency, tokens, amount }: ModelTotal): ModelTotalView => ({
  model,
  currency,
  tokens: String(tokens),
  amount: formatYuan(amount),
});

export function paceView(pace: CommitmentPace): CommitmentPaceView {
  const { mode, period } = pace;
  const quantity = (amount: bigint): string =>
    mode === 'spend' ? formatYuan(amount) : formatScaled(amount, MILLI_PLACES);
  return {
    account: pace.account,
    subscription: pace.subscriptionId,
    plan: pace.plan,
    mode,
    unit: mode === 'spend' ? 'yuan' : 'tokens',
    period: period.period,
    startsAt: formatInstant(period.startsAt),
    endsAt: formatInstant(period.endsAt),
    committed: quantity(period.committed),
    consumed: quantity(period.consumed),
    usedShare: formatScaled(pace.used, SHARE_PLACES),
    elapsedShare: formatScaled(pace.elapsed, SHARE_PLACES),
    behind: pace.isBehind,
  };
}
