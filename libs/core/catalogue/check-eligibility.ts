import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

const LISTS = ['segments', 'regions', 'customerKinds'] as const;

/** Who may take up a plan is said once, and somebody may. */
export function checkEligibility({ segment, eligibility }: Plan): PlanFault[] {
  if (eligibility === undefined) return [];
  const faults: PlanFault[] = [];
  if (segment !== undefined && eligibility.segments !== undefined) {
    faults.push({ path: 'segment', code: 'said_twice', detail: 'as eligibility.segments, too' });
  }
  for (const name of LISTS) {
    if (eligibility[name]?.length !== 0) continue;
    faults.push({ path: `eligibility.${name}`, code: 'missing', detail: 'nobody could take up the plan' });
  }
  return faults;
}

/** A pool is drawn from when something is given once; what renews would have to fail in its second month. */
export function checkPool({ campaignPool, role }: Plan): PlanFault[] {
  if (campaignPool === undefined || role === 'pack' || role === 'trial') return [];
  return [{ path: 'campaignPool', code: 'not_for_this_role', detail: `a plan of role ${role}` }];
}
