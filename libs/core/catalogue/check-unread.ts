import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

/** Fields that every plan has or may have, said where nothing would come of them. */
export function checkUnread({ role, price, firstPeriod, coefficients, coefficientTable }: Plan): PlanFault[] {
  const faults: PlanFault[] = [];
  const refuse = (path: string, detail: string): unknown =>
    faults.push({ path, code: 'not_for_this_role', detail });
  if (role === 'base' && !/^[0.]+$/.test(price)) refuse('price', 'a base tariff charges by its book alone');
  if (role === 'base' && coefficientTable !== undefined) refuse('coefficientTable', 'it grants nothing');
  if ((role === 'pack' || role === 'trial' || role === 'base') && firstPeriod.mode === 'prorated')
    refuse('firstPeriod.mode', `a plan of role ${role} has no first period`);
  if (coefficients === 'follow' && coefficientTable === undefined)
    faults.push({ path: 'coefficientTable', code: 'missing', detail: 'that the coefficients could follow' });
  return faults;
}
