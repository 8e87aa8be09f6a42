import type { Fen } from '../kernel';
import type { SettlementPlan } from './settlement-plan';

/** What holds for every plan; a plan that breaks it must not be written, so it throws. */
export function assertConserved(plan: SettlementPlan): void {
  for (const { originMonth, splitRuleVersionId, paidFen, netFen, taxFen } of plan.splits) {
    if (netFen + taxFen !== paidFen)
      throw new Error(
        `${originMonth}, rule ${splitRuleVersionId}: net ${netFen} + tax ${taxFen} is not ${paidFen}`,
      );
  }
  const net = new Map<string, Fen>();
  for (const { currency, netFen } of plan.splits) net.set(currency, (net.get(currency) ?? 0n) + netFen);
  for (const { currency, shareFen } of plan.statements)
    net.set(currency, (net.get(currency) ?? 0n) - shareFen);
  for (const [currency, difference] of net) {
    if (difference !== 0n) throw new Error(`the shares in ${currency} leave ${difference} fen of the net`);
  }
}
