import { ruledEligibility, type Eligibility, type EligibilityRule, type Plan } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import { versionsWithin } from '../versions-within';

/** A plan, and while it is sold by what it says: from `from` on, and before `until`. */
export interface SoldPlan {
  readonly plan: Plan;
  readonly from: Instant;
  readonly until: Instant;
}

export interface DatedRule {
  readonly code: string;
  readonly effectiveFrom: Instant;
  readonly body: EligibilityRule;
}

/**
 * The segments that some of the plans are for; undefined where one of them is for anybody. A plan that names a rule is
 * for whom the rule says while the plan is sold: who took it up by an older version of the rule keeps it.
 */
export function segmentsOf(
  plans: readonly SoldPlan[],
  rules: readonly DatedRule[],
): ReadonlySet<string> | undefined {
  const segments = new Set<string>();
  for (const sold of plans)
    for (const own of audiences(sold, rules)) {
      if (own === undefined) return undefined;
      for (const one of own) segments.add(one);
    }
  return segments;
}

function audiences({ plan, from, until }: SoldPlan, rules: readonly DatedRule[]): Eligibility['segments'][] {
  const { segment, eligibility, eligibilityRule } = plan;
  if (segment !== undefined) return [[segment]];
  if (eligibilityRule === undefined) return [eligibility?.segments];
  const named = rules.filter(({ code }) => code === eligibilityRule);
  return versionsWithin(named, from, until).map(({ body }) => ruledEligibility(eligibility, body).segments);
}
