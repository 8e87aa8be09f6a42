import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const NOTHING = /^[0.]+$/;

/** A cap is said where it is read, and nowhere else; a base tariff has nothing that could run dry. */
export function checkExhaustion({ role, exhaustion, overageCap }: Plan): PlanFault[] {
  const faults: PlanFault[] = [];
  if (role === 'base' && exhaustion !== 'payg' && exhaustion !== 'payg_cap') {
    const detail = `a base tariff grants nothing that ${exhaustion} could follow`;
    faults.push({ path: 'exhaustion', code: 'not_for_this_role', detail });
  }
  const path = 'overageCap';
  if (exhaustion !== 'payg_cap') {
    if (overageCap !== undefined)
      faults.push({ path, code: 'not_for_this_exhaustion', detail: `${exhaustion} has no cap` });
    return faults;
  }
  if (overageCap === undefined) faults.push({ path, code: 'missing', detail: 'yuan with VAT of a window' });
  else if (!YUAN.test(overageCap))
    faults.push({ path, code: 'not_an_amount', detail: `yuan with at most two places, not "${overageCap}"` });
  else if (NOTHING.test(overageCap))
    faults.push({ path, code: 'out_of_range', detail: 'above 0; a hard limit charges nothing' });
  return faults;
}
