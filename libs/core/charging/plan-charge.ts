import { drawRecord, type Drawdown } from '../entitlement';
import { reportedName, type UsageRecord } from '../usage';
import type { AccountState, GrantState } from './account-state';
import { sharesIn, type ChargingCatalogue, type SplitRuleInForce } from './catalogue-view';
import type { SuspenseReason } from './decision';
import type { CappedKind } from './overage-cap';
import { rateOverage, unchargedPositions, type Overage, type Uncovered } from './rate-overage';
import type { TierPositions } from './tier-charge';

/** How one record is to be charged: as data, so that it can be compared before anything is booked. */
export interface ChargePlan {
  /** As it is charged: with the code of the model that its name stands for. */
  readonly record: UsageRecord;
  readonly drawdown: Drawdown<GrantState>;
  /** One for each draw, in their order. */
  readonly drawRules: readonly SplitRuleInForce[];
  /** What no grant covers: a commitment's part of it first, then the base tariff's. */
  readonly overages: readonly RuledOverage[];
  readonly positions: TierPositions;
  /** Of everything that the record is charged and recognises. */
  readonly currency: string;
}

/** A part of the overage, and how its revenue is shared. */
export interface RuledOverage {
  readonly overage: Overage;
  readonly rule: SplitRuleInForce;
  /** Of the tariff that priced it: another plan's, where it lies beyond a cap. */
  readonly tariffRule: SplitRuleInForce;
}

export interface ChargeRefusal {
  readonly reason: SuspenseReason;
  readonly detail: string;
}

/**
 * Draws a record from the account's grants, whose `leftMilli` falls, and rates the rest. What cannot be charged whole
 * is refused whole, and what was drawn of it is put back. `kept`: what the part that a cap limits is called.
 */
export function planCharge(
  account: AccountState,
  reported: UsageRecord,
  catalogue: ChargingCatalogue,
  kept?: CappedKind,
): ChargePlan | ChargeRefusal {
  const record = servedRecord(reported, catalogue);
  if ('reason' in record) return record;
  const drawdown = withPortion(drawRecord(account.grants, record));
  const { lastEligible: ranDry } = drawdown;
  const plan = planDrawn({ account, record, ranDry, catalogue, kept }, drawdown);
  if ('reason' in plan) for (const draw of drawdown.draws) draw.grant.leftMilli += draw.milliTokens;
  return plan;
}

/** A call that used nothing is on record all the same: as a portion of nothing, on a grant that covers its model. */
function withPortion(drawdown: Drawdown<GrantState>): Drawdown<GrantState> {
  const { draws, overage, lastEligible: grant } = drawdown;
  if (draws.length > 0 || grant === undefined || overage.some((count) => count > 0)) return drawdown;
  return { ...drawdown, draws: [{ grant, milliTokens: 0n, covered: overage.slice() }] };
}

/** The record with its model's own code, if it may be charged; its name is looked up anew, whatever it stood for. */
function servedRecord(record: UsageRecord, catalogue: ChargingCatalogue): UsageRecord | ChargeRefusal {
  const name = reportedName(record);
  const { partner, vendor, computeOwner, at } = record;
  const model = catalogue.servedModel(name, partner, at);
  if (model === undefined) return { reason: 'unknown_model', detail: name };
  if (model.vendor !== vendor || !catalogue.mayReport(partner, vendor, computeOwner, at)) {
    return { reason: 'not_contracted', detail: `${model.code} of ${vendor} on ${computeOwner}` };
  }
  return model.code === record.model ? record : { ...record, model: model.code, reportedModel: name };
}

function planDrawn(call: Uncovered, drawdown: Drawdown<GrantState>): ChargePlan | ChargeRefusal {
  const { account, record, catalogue } = call;
  let rated: readonly Overage[] = [];
  if (drawdown.draws.length === 0 || drawdown.overage.some((count) => count > 0)) {
    const found = rateOverage(call, drawdown.overage);
    if (!found.ok) return found;
    rated = found.overages;
  }
  const ruleOf = (plan: string): SplitRuleInForce | undefined =>
    catalogue.splitRuleFor(plan, record.model, record.computeOwner, record.at);
  const drawRules: SplitRuleInForce[] = [];
  for (const draw of drawdown.draws) {
    const rule = ruleOf(draw.grant.plan.code);
    if (rule === undefined) return { reason: 'no_split_rule', detail: draw.grant.plan.code };
    drawRules.push(rule);
  }
  const overages: RuledOverage[] = [];
  for (const overage of rated) {
    const tariff = (overage.cap?.tariff ?? overage).plan.code;
    const [rule, tariffRule] = [ruleOf(overage.plan.code), ruleOf(tariff)];
    if (rule === undefined) return { reason: 'no_split_rule', detail: overage.plan.code };
    if (tariffRule === undefined) return { reason: 'no_split_rule', detail: tariff };
    overages.push({ overage, rule, tariffRule });
  }
  const tariff = rated.find((one) => one.rating !== 'commitment');
  const positions = tariff?.positions ?? unchargedPositions(account, record, catalogue);
  const currency = currencyOf(drawdown, rated);
  // Its amounts are kept as one sum, and amounts of two currencies have none.
  if (currency === undefined)
    return { reason: 'no_tariff', detail: `charged in ${currenciesOf(drawdown, rated).join(' and ')}` };
  const foreign =
    drawRules.find((rule) => !sharesIn(rule, currency)) ??
    overages.find(({ rule }) => !sharesIn(rule, currency))?.rule;
  if (foreign !== undefined)
    return { reason: 'no_split_rule', detail: `a rule in ${foreign.amountsIn}, a charge in ${currency}` };
  return { record, drawdown, drawRules, overages, positions, currency };
}

/** Undefined where there are several. */
function currencyOf({ draws }: Drawdown<GrantState>, rated: readonly Overage[]): string | undefined {
  const currency = draws[0]?.grant.plan.body.currency ?? rated[0]?.currency ?? '';
  for (const { grant } of draws) if (grant.plan.body.currency !== currency) return undefined;
  for (const one of rated) if (one.currency !== currency) return undefined;
  return currency;
}

const currenciesOf = ({ draws }: Drawdown<GrantState>, rated: readonly Overage[]): string[] => [
  ...new Set([
    ...draws.map(({ grant }) => grant.plan.body.currency),
    ...rated.map(({ currency }) => currency),
  ]),
];
