import { checkLimit } from './check-windows';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

/** Members share an allowance that an organisation has month by month, and none may take more of it than there is. */
export function checkMembers({ role, members, allowance, eligibility, eligibilityRule }: Plan): PlanFault[] {
  if (members === undefined) return [];
  const path = 'members';
  if (role !== 'package') return [{ path, code: 'not_for_this_role', detail: `a plan of role ${role}` }];
  const kinds = eligibility?.customerKinds ?? [];
  const faults: PlanFault[] = [];
  // Whom a rule is for it may say anew, after the plan.
  if (eligibilityRule === undefined && (kinds.length !== 1 || kinds[0] !== 'organisation')) {
    const detail = 'organisation alone: nobody else has members';
    faults.push({ path: 'eligibility.customerKinds', code: 'out_of_range', detail });
  }
  const { tokens } = members.perMember;
  const tokensPath = `${path}.perMember.tokens`;
  faults.push(...checkLimit(tokens, tokensPath));
  if (allowance !== undefined && tokens > allowance.tokens) {
    const detail = `at most the allowance, ${allowance.tokens}`;
    faults.push({ path: tokensPath, code: 'out_of_range', detail });
  }
  return faults;
}
