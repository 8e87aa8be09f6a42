import type { DocumentFault } from './document-fault';
import type { Eligibility, EligibilityRule } from './eligibility';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

const LISTS = ['segments', 'regions', 'customerKinds'] as const;

/** Of what a rule decides, the plans that name it say nothing. */
const RULED = [...LISTS, 'verified'] as const;

/** Who may take up a plan is said once, and somebody may. */
export function checkEligibility(plan: Plan): PlanFault[] {
  return [...checkAudience(plan), ...checkHolds(plan)];
}

function checkAudience(plan: Plan): PlanFault[] {
  const { segment, eligibility } = plan;
  if (plan.eligibilityRule !== undefined) return checkRuled(plan, plan.eligibilityRule);
  if (eligibility === undefined) return [];
  const faults: PlanFault[] = [];
  if (segment !== undefined && eligibility.segments !== undefined) {
    faults.push({ path: 'segment', code: 'said_twice', detail: 'as eligibility.segments, too' });
  }
  return [
    ...faults,
    ...emptyLists(eligibility).map(
      ({ path, ...fault }): PlanFault => ({
        ...fault,
        path: `eligibility.${path}`,
        code: 'missing',
      }),
    ),
  ];
}

/** What is added to another plan ends where that does; base tariffs and contracts have ends of their own. */
function checkHolds({ code, role, eligibility }: Plan): PlanFault[] {
  const holds = eligibility?.holds;
  if (holds === undefined) return [];
  const path = 'eligibility.holds';
  const faults: PlanFault[] = [];
  if (holds.length === 0) faults.push({ path, code: 'missing', detail: 'nobody could take up the plan' });
  if (role === 'base' || role === 'commitment') {
    const detail = `a plan of role ${role} is no addition to another`;
    faults.push({ path, code: 'not_for_this_role', detail });
  }
  if (holds.includes(code))
    faults.push({ path, code: 'said_twice', detail: `${code} itself: nobody could take it up first` });
  return faults;
}

/** A rule narrows something down, and leaves somebody. */
export function checkEligibilityRule(rule: EligibilityRule): DocumentFault[] {
  const faults = emptyLists(rule);
  if (RULED.some((name) => rule[name] !== undefined)) return faults;
  return [{ path: '', code: 'missing', detail: `one of ${RULED.join(', ')}: as it is, it is for everybody` }];
}

function emptyLists(terms: Eligibility): DocumentFault[] {
  return LISTS.filter((name) => terms[name]?.length === 0).map((name) => ({
    path: name,
    code: 'missing',
    detail: 'nobody could take up the plan',
  }));
}

function checkRuled({ segment, eligibility }: Plan, rule: string): PlanFault[] {
  const detail = `${rule} says it`;
  const own = RULED.filter((name) => eligibility?.[name] !== undefined);
  return [
    ...(segment === undefined ? [] : [{ path: 'segment', code: 'said_twice' as const, detail }]),
    ...own.map((name): PlanFault => ({ path: `eligibility.${name}`, code: 'said_twice', detail })),
  ];
}

/** A pool is drawn from when something is given once; what renews would have to fail in its second month. */
export function checkPool({ campaignPool, role }: Plan): PlanFault[] {
  if (campaignPool === undefined || role === 'pack' || role === 'trial') return [];
  return [{ path: 'campaignPool', code: 'not_for_this_role', detail: `a plan of role ${role}` }];
}
