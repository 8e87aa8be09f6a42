import type { Bundle, BundlePart } from './bundle';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const NOTHING = /^[0.]+$/;
const FEWEST_PARTS = 2;

/** A bundle is sold for a price by the month or once, and says of each of its parts what that costs alone. */
export function checkBundle({ role, price, bundle }: Plan): PlanFault[] {
  if (bundle === undefined) return [];
  const path = 'bundle';
  if (role !== 'package' && role !== 'pack')
    return [{ path, code: 'not_for_this_role', detail: `a plan of role ${role}` }];
  const faults = bundle.parts.flatMap((part, index) => checkPart(bundle, part, index));
  if (NOTHING.test(price))
    faults.push({ path, code: 'given_for_nothing', detail: 'there is no price to share among its parts' });
  if (bundle.parts.length < FEWEST_PARTS)
    faults.push({ path: `${path}.parts`, code: 'missing', detail: 'at least two parts' });
  const tokens = bundle.parts.filter(({ kind }) => kind === 'tokens').length;
  if (tokens === 0)
    faults.push({ path: `${path}.parts`, code: 'missing', detail: 'the part that is the allowance' });
  return faults;
}

function checkPart({ parts }: Bundle, part: BundlePart, index: number): PlanFault[] {
  const path = `bundle.parts.${index}`;
  const faults: PlanFault[] = [];
  const earlier = parts.slice(0, index);
  const twin = earlier.findIndex(({ code }) => code === part.code);
  if (twin >= 0) faults.push({ path: `${path}.code`, code: 'said_twice', detail: `as bundle.parts.${twin}` });
  const tokens = earlier.findIndex(({ kind }) => kind === 'tokens');
  if (part.kind === 'tokens' && tokens >= 0) {
    const detail = `bundle.parts.${tokens} is the allowance already`;
    faults.push({ path: `${path}.kind`, code: 'said_twice', detail });
  }
  const price = part.standAlonePrice;
  if (!YUAN.test(price))
    faults.push({
      path: `${path}.standAlonePrice`,
      code: 'not_an_amount',
      detail: `${price}: yuan, two places`,
    });
  else if (NOTHING.test(price))
    faults.push({ path: `${path}.standAlonePrice`, code: 'out_of_range', detail: 'above 0' });
  return faults;
}
