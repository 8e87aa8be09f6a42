import { checkLimit } from './check-windows';
import type { Eligibility } from './eligibility';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

/** Whether organisations alone are let in: nobody else has members. */
export const isForOrganisations = (terms: Pick<Eligibility, 'customerKinds'> | undefined): boolean =>
  terms?.customerKinds?.length === 1 && terms.customerKinds[0] === 'organisation';

/** Members share an allowance that an organisation has month by month, and none may take more of it than there is. */
export function checkMembers({ role, members, allowance, eligibility, eligibilityRule }: Plan): PlanFault[] {
  if (members === undefined) return [];
  const path = 'members';
  if (role !== 'package') return [{ path, code: 'not_for_this_role', detail: `a plan of role ${role}` }];
  const faults: PlanFault[] = [];
  // What a rule says stands in another document, and is held against the plan where both are at hand.
  if (eligibilityRule === undefined && !isForOrganisations(eligibility)) {
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
