import { checkLimit, checkWindows } from './check-windows';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';
import type { PlanLimits } from './plan-limits';

const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const NOTHING = /^[0.]+$/;
const RATES = ['tokensPerMinute', 'requestsPerMinute', 'assuredTokensPerMinute'] as const;
const WHOLE_PERCENT = 100;

/** What a plan lets through: each limit is above nothing, none contradicts another, and alerts have what to tell of. */
export function checkLimits(plan: Plan): PlanFault[] {
  const { limits } = plan;
  if (limits === undefined) return [];
  return [
    ...(limits.windows === undefined ? [] : checkWindows(limits.windows, 'limits.windows')),
    ...RATES.flatMap((name) => {
      const rate = limits[name];
      return rate === undefined ? [] : checkLimit(rate, `limits.${name}`);
    }),
    ...checkAssured(plan, limits),
    ...checkSpendCap(limits),
    ...checkAlerts(plan, limits),
  ];
}

/** A guarantee is what a contract pays for, and no more than what may pass at all. */
function checkAssured({ role }: Plan, limits: PlanLimits): PlanFault[] {
  const { assuredTokensPerMinute: assured, tokensPerMinute: most } = limits;
  if (assured === undefined) return [];
  const path = 'limits.assuredTokensPerMinute';
  if (role !== 'commitment') return [{ path, code: 'not_for_this_role', detail: `a plan of role ${role}` }];
  if (most === undefined || assured <= most) return [];
  return [{ path, code: 'out_of_range', detail: `at most limits.tokensPerMinute, ${most}` }];
}

function checkSpendCap({ spendCap }: PlanLimits): PlanFault[] {
  if (spendCap === undefined) return [];
  const path = 'limits.spendCap.amount';
  if (!YUAN.test(spendCap.amount))
    return [
      { path, code: 'not_an_amount', detail: `yuan with at most two places, not "${spendCap.amount}"` },
    ];
  return NOTHING.test(spendCap.amount) ? [{ path, code: 'out_of_range', detail: 'above 0' }] : [];
}

function checkAlerts({ allowance, commitment }: Plan, limits: PlanLimits): PlanFault[] {
  const { alerts, windows, spendCap } = limits;
  if (alerts === undefined) return [];
  const path = 'limits.alerts';
  if (alerts.length === 0) return [{ path, code: 'missing', detail: 'at least one percentage' }];
  const faults = alerts.flatMap((percent, index): PlanFault[] => {
    const here = `${path}.${index}`;
    if (!Number.isInteger(percent) || percent < 1 || percent > WHOLE_PERCENT)
      return [{ path: here, code: 'out_of_range', detail: 'a whole percentage from 1 to 100' }];
    const before = alerts[index - 1];
    if (before === undefined || percent > before) return [];
    return [{ path: here, code: 'out_of_order', detail: `above ${before}, which comes before it` }];
  });
  if ([allowance, commitment, windows, spendCap].some((one) => one !== undefined)) return faults;
  return [...faults, { path, code: 'missing', detail: 'nothing that they would be a percentage of' }];
}
