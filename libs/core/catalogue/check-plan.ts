import { checkBundle } from './check-bundle';
import { checkCommitment } from './check-commitment';
import { checkEligibility, checkPool } from './check-eligibility';
import { checkRollOver, checkTransferable } from './check-roll-over';
import { checkExhaustion } from './check-exhaustion';
import { checkLimits } from './check-limits';
import { checkMembers } from './check-members';
import { checkUnread } from './check-unread';
import type { GrantSource } from './grant-source';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

/** What is given is not paid for; revenue of it would be recognised out of nothing. */
const FREE_SOURCES: readonly GrantSource[] = ['trial', 'gift', 'promotion'];
const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const LONGEST_VALIDITY_DAYS = 3660;

/**
 * All faults of a plan that a look at its fields together can find. A field that the plan's role never reads is
 * refused: it would promise something that does not happen.
 */
export function checkPlan(plan: Plan): PlanFault[] {
  return [
    ...checkRole(plan),
    ...checkPrice(plan),
    ...checkAllowance(plan),
    ...checkValidity(plan),
    ...checkEligibility(plan),
    ...checkPool(plan),
    ...checkRollOver(plan),
    ...checkTransferable(plan),
    ...checkBundle(plan),
    ...checkExhaustion(plan),
    ...checkLimits(plan),
    ...checkMembers(plan),
    ...checkUnread(plan),
    ...(plan.role === 'commitment' && plan.commitment !== undefined
      ? checkCommitment(plan, plan.commitment)
      : []),
  ];
}

function checkRole(plan: Plan): PlanFault[] {
  const isBase = plan.role === 'base';
  const isDated = plan.role === 'pack' || plan.role === 'trial';
  const isCommitment = plan.role === 'commitment';
  return [
    ...belongs('priceBook', plan.priceBook, isBase, plan.role),
    ...belongs('allowance', plan.allowance, !isBase && !isCommitment, plan.role),
    ...belongs('commitment', plan.commitment, isCommitment, plan.role),
    ...belongs('validityDays', plan.validityDays, isDated, plan.role),
    ...onlyFor('planChange', plan.planChange, plan.role === 'package', plan.role),
    ...onlyFor('priceProtection', plan.priceProtection, isBase, plan.role),
  ];
}

function belongs(path: string, value: unknown, needed: boolean, role: string): PlanFault[] {
  if (needed === (value !== undefined)) return [];
  return [{ path, code: needed ? 'missing' : 'not_for_this_role', detail: `a plan of role ${role}` }];
}

/** As {@link belongs}, of what may be left out. */
const onlyFor = (path: string, value: unknown, allowed: boolean, role: string): PlanFault[] =>
  value === undefined ? [] : belongs(path, value, allowed, role);

function checkPrice(plan: Plan): PlanFault[] {
  if (!YUAN.test(plan.price)) {
    return [
      { path: 'price', code: 'not_an_amount', detail: `yuan with at most two places, not "${plan.price}"` },
    ];
  }
  const source = plan.allowance?.source;
  const isGiven = source !== undefined && FREE_SOURCES.includes(source);
  if (!isGiven || /^[0.]+$/.test(plan.price)) return [];
  return [{ path: 'price', code: 'given_for_nothing', detail: `a ${source} has no price` }];
}

function checkAllowance({ allowance }: Plan): PlanFault[] {
  if (allowance === undefined) return [];
  const faults: PlanFault[] = [];
  if (!Number.isSafeInteger(allowance.tokens) || allowance.tokens < 1) {
    faults.push({
      path: 'allowance.tokens',
      code: 'out_of_range',
      detail: 'a whole number of tokens above 0',
    });
  }
  if (allowance.models.length === 0) {
    faults.push({ path: 'allowance.models', code: 'missing', detail: 'a model or a pattern' });
  }
  return faults;
}

function checkValidity({ validityDays }: Plan): PlanFault[] {
  if (validityDays === undefined) return [];
  if (Number.isInteger(validityDays) && validityDays >= 1 && validityDays <= LONGEST_VALIDITY_DAYS) return [];
  return [{ path: 'validityDays', code: 'out_of_range', detail: `from 1 to ${LONGEST_VALIDITY_DAYS} days` }];
}
