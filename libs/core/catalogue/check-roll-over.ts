import { isDecimal, parseScaled } from '../kernel';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

const PERCENT_PLACES = 6;
const HUNDRED = 100n * 10n ** BigInt(PERCENT_PLACES);
const MOST_MONTHS = 36;

/** Only what renews has a next cycle to roll over into; what a plan without models would hand on is nobody's. */
export function checkRollOver({ rollOver, role }: Plan): PlanFault[] {
  if (rollOver === undefined) return [];
  if (role !== 'package')
    return [{ path: 'rollOver', code: 'not_for_this_role', detail: `a plan of role ${role}` }];
  const { expiresAfterMonths: months } = rollOver;
  const faults = [
    ...checkPercent('rollOver.sharePercent', rollOver.sharePercent),
    ...(rollOver.capPercent === undefined ? [] : checkPercent('rollOver.capPercent', rollOver.capPercent)),
  ];
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) {
    const detail = `from 1 to ${MOST_MONTHS} months`;
    faults.push({ path: 'rollOver.expiresAfterMonths', code: 'out_of_range', detail });
  }
  return faults;
}

/** What is bought, or sold once, can be passed on; a base tariff has no tokens, and a commitment is a contract. */
export function checkTransferable({ transferable, role }: Plan): PlanFault[] {
  if (transferable === undefined || role === 'package' || role === 'pack') return [];
  return [{ path: 'transferable', code: 'not_for_this_role', detail: `a plan of role ${role}` }];
}

function checkPercent(path: string, percent: string): PlanFault[] {
  const scaled = isDecimal(percent, PERCENT_PLACES) ? parseScaled(percent, PERCENT_PLACES) : 0n;
  if (scaled > 0n && scaled <= HUNDRED) return [];
  return [{ path, code: 'out_of_range', detail: 'percent above 0, at most 100, with at most six places' }];
}
