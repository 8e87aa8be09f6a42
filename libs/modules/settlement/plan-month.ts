import { refuse, type Result } from '@ciyuan/core/kernel';
import {
  planSettlement,
  type PlanRefusal,
  type SettlementInput,
  type SettlementPlan,
} from '@ciyuan/core/settlement';
import type { NoData } from './refusals';

/** What a month comes to; refused where nothing was booked in it, and no contract has anything to say of it. */
export function planMonth(input: SettlementInput): Result<SettlementPlan, PlanRefusal | NoData> {
  const plan = planSettlement(input);
  const isEmpty = plan.ok && plan.value.statements.length === 0 && input.lines.length === 0;
  return isEmpty ? refuse({ code: 'no_data', month: input.month }) : plan;
}
