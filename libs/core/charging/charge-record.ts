import { drawRecord, type Draw, type Drawdown } from '../entitlement';
import type { UsageRecord } from '../usage';
import type { AccountState, GrantState } from './account-state';
import type { SplitRuleInForce } from './catalogue-view';
import { chargedRecord } from './charged-record';
import { costPrices } from './cost-prices';
import type { SuspenseReason } from './decision';
import { suspend, type Draft } from './draft';
import type { RecordContext } from './record-context';
import { applyDraw, applyOverage, type Portion } from './post-portion';
import { rateOverage, unchargedPositions, type Overage } from './rate-overage';
import { moveCounters, type TierPositions } from './tier-charge';

interface Plan {
  readonly drawdown: Drawdown<GrantState>;
  readonly drawRules: readonly SplitRuleInForce[];
  readonly overage: Overage | undefined;
  readonly overageRule: SplitRuleInForce | undefined;
  readonly positions: TierPositions;
}

interface Refusal {
  readonly reason: SuspenseReason;
  readonly detail: string;
}

/** Charges one record whole, or suspends it whole with nothing of it drawn. */
export function chargeRecord(work: Draft, account: AccountState, record: UsageRecord): void {
  const refusal = refusedByCatalogue(work, record);
  if (refusal !== undefined) return suspend(work, record, refusal.reason, refusal.detail);
  const drawdown = withPortion(drawRecord(account.grants, record));
  const plan = planCharge(work, account, record, drawdown);
  if ('reason' in plan) {
    for (const draw of drawdown.draws) draw.grant.leftMilli += draw.milliTokens;
    return suspend(work, record, plan.reason, plan.detail);
  }
  execute(work, account, record, plan);
}

/** A call that used nothing is on record all the same: as a portion of nothing, on a grant that covers its model. */
function withPortion(drawdown: Drawdown<GrantState>): Drawdown<GrantState> {
  const { draws, overage, lastEligible: grant } = drawdown;
  if (draws.length > 0 || grant === undefined || overage.some((count) => count > 0)) return drawdown;
  return { ...drawdown, draws: [{ grant, milliTokens: 0n, covered: overage.slice() }] };
}

function refusedByCatalogue(work: Draft, record: UsageRecord): Refusal | undefined {
  const model = work.catalogue.model(record.model);
  if (model === undefined) return { reason: 'unknown_model', detail: record.model };
  const { vendor, computeOwner } = record;
  if (model.vendor !== vendor || !work.catalogue.mayReport(record.partner, vendor, computeOwner, record.at)) {
    return { reason: 'not_contracted', detail: `${record.model} of ${vendor} on ${computeOwner}` };
  }
  return undefined;
}

function planCharge(
  work: Draft,
  account: AccountState,
  record: UsageRecord,
  drawdown: Drawdown<GrantState>,
): Plan | Refusal {
  let overage: Overage | undefined;
  if (drawdown.draws.length === 0 || drawdown.overage.some((count) => count > 0)) {
    const rated = rateOverage(account, record, drawdown.overage, drawdown.lastEligible, work.catalogue);
    if (!rated.ok) return rated;
    overage = rated.overage;
  }
  const ruleOf = (plan: string): SplitRuleInForce | undefined =>
    work.catalogue.splitRuleFor(plan, record.model, record.computeOwner, record.at);
  const drawRules: SplitRuleInForce[] = [];
  for (const draw of drawdown.draws) {
    const rule = ruleOf(draw.grant.plan.code);
    if (rule === undefined) return { reason: 'no_split_rule', detail: draw.grant.plan.code };
    drawRules.push(rule);
  }
  const overageRule = overage === undefined ? undefined : ruleOf(overage.plan.code);
  if (overage !== undefined && overageRule === undefined) {
    return { reason: 'no_split_rule', detail: overage.plan.code };
  }
  const positions = overage?.positions ?? unchargedPositions(account, record, work.catalogue);
  return { drawdown, drawRules, overage, overageRule, positions };
}

function execute(work: Draft, account: AccountState, record: UsageRecord, plan: Plan): void {
  const usageMonth = work.months.usageMonth(record.at);
  const context: RecordContext = {
    account,
    record,
    sequence: account.nextSequence++,
    usageMonth,
    accountingMonth: work.months.accountingMonth(usageMonth),
    vendorPrices: costPrices(record.vendor, record, work.catalogue),
    computePrices: costPrices(record.computeOwner, record, work.catalogue),
  };
  const portions: Portion[] = plan.drawdown.draws.map((draw: Draw<GrantState>, index) =>
    applyDraw(work, context, draw, plan.drawRules[index] as SplitRuleInForce, index === 0),
  );
  if (plan.overage !== undefined && plan.overageRule !== undefined) {
    portions.push(
      applyOverage(
        work,
        context,
        plan.overage,
        plan.drawdown.overage,
        plan.overageRule,
        portions.length === 0,
      ),
    );
  }
  moveCounters(account, plan.positions);
  reportCostGaps(work, context, portions);
  work.charged.push(chargedRecord(context, plan.drawdown, plan.overage, portions));
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
