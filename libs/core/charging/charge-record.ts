import type { Draw } from '../entitlement';
import type { UsageRecord } from '../usage';
import type { AccountState, GrantState } from './account-state';
import type { SplitRuleInForce } from './catalogue-view';
import { chargedRecord } from './charged-record';
import type { ChargedRecord } from './decision';
import { suspend, type Draft } from './draft';
import { nextContext, type RecordContext } from './record-context';
import { planCharge, type ChargePlan } from './plan-charge';
import { applyDraw, applyOverage, type Portion } from './post-portion';
import { bookMove } from './contract/commitment-charge';
import { moveCounters } from './tier-charge';

/** Charges one record whole, or suspends it whole with nothing of it drawn. */
export function chargeRecord(work: Draft, account: AccountState, record: UsageRecord): void {
  const plan = planCharge(account, record, work.catalogue);
  if ('reason' in plan) suspend(work, record, plan.reason, plan.detail);
  else work.charged.push(executeCharge(work, account, plan));
}

/** Books a charge as planned, under the account's next sequence number. */
export function executeCharge(work: Draft, account: AccountState, plan: ChargePlan): ChargedRecord {
  const context = nextContext(account, plan.record, work.months, work.catalogue, plan.currency);
  const portions = bookPortions(work, context, plan);
  moveCounters(account, plan.positions);
  reportCostGaps(work, context, portions);
  return chargedRecord(context, plan.drawdown, plan.overages, portions);
}

function bookPortions(work: Draft, context: RecordContext, plan: ChargePlan): Portion[] {
  const { drawdown, drawRules, overages } = plan;
  const portions: Portion[] = drawdown.draws.map((draw: Draw<GrantState>, index) =>
    applyDraw(work, context, draw, drawRules[index] as SplitRuleInForce, index === 0),
  );
  for (const ruled of overages) {
    portions.push(applyOverage(work, context, ruled, portions.length === 0));
    const { move } = ruled.overage;
    if (move !== undefined) bookMove(work, context, move);
  }
  return portions;
}

/** A missing cost price never holds up the customer; where a rule asks for it, it holds up the close. */
function reportCostGaps(work: Draft, context: RecordContext, portions: readonly Portion[]): void {
  if (context.vendorPrices.ok && context.computePrices.ok) return;
  const asked = new Set(portions.flatMap((portion) => portion.costRoles));
  const { account, sequence, record } = context;
  const roles = [
    ['vendor', record.vendor, context.vendorPrices],
    ['compute', record.computeOwner, context.computePrices],
  ] as const;
  for (const [role, party, prices] of roles) {
    if (prices.ok || !asked.has(role)) continue;
    work.costGaps.push({
      accountId: account.id,
      sequence,
      at: record.at,
      role,
      party,
      detail: prices.detail,
    });
  }
}
