import type { Instant } from '../../kernel';
import { totalTokens, type UsageRecord } from '../../usage';
import type { AccountState } from '../account-state';
import { executeCharge } from '../charge-record';
import type { ChargingCatalogue } from '../catalogue-view';
import type { Draft } from '../draft';
import { planCharge, type ChargePlan, type ChargeRefusal } from '../plan-charge';
import { explainCharge, type ChargeExplanation } from '../replay/explain-charge';
import { summedCharge, type QuotedUse, type QuotedUseResult } from './quoted-use';
import { countsBetween, pricedAsOneOf } from './typical-call';

interface Charging {
  readonly work: Draft;
  readonly account: AccountState;
  readonly catalogue: ChargingCatalogue;
  readonly use: QuotedUse;
  readonly at: Instant;
  readonly done: ChargeExplanation[];
}

/**
 * Charges like calls one after the other, to the same figure as so many records: those that the package covers whole
 * are charged as one, and so are those that it covers nothing of; in between each call by itself.
 */
export function chargeUse(work: Draft, account: AccountState, use: QuotedUse, at: Instant): QuotedUseResult {
  const done: ChargeExplanation[] = [];
  const catalogue = pricedAsOneOf(work.catalogue, use);
  const refused = chargeCalls({ work, account, catalogue, use, at, done }, 0, use.calls);
  return refused === undefined
    ? { ok: true, use, charge: summedCharge(done) }
    : { ok: false, use, reason: refused.reason, detail: refused.detail };
}

function chargeCalls(charging: Charging, from: number, until: number): ChargeRefusal | undefined {
  const { work, account, catalogue } = charging;
  const plan = planCharge(account, recordOf(charging, from, until), catalogue);
  if (until - from > 1 && !isUniform(plan)) {
    if (!('reason' in plan)) putBack(plan);
    const middle = Math.floor((from + until) / 2);
    return chargeCalls(charging, from, middle) ?? chargeCalls(charging, middle, until);
  }
  if ('reason' in plan) return plan;
  charging.done.push(explainCharge(account, plan.record, plan, catalogue));
  executeCharge(work, account, plan);
  return undefined;
}

/** Whether all calls of it fare alike. What is refused may be refused for the last of them alone. */
function isUniform(plan: ChargePlan | ChargeRefusal): boolean {
  if ('reason' in plan) return false;
  const { draws, overage } = plan.drawdown;
  return draws.every(({ milliTokens }) => milliTokens === 0n) || totalTokens(overage) === 0;
}

function putBack({ drawdown }: ChargePlan): void {
  for (const { grant, milliTokens } of drawdown.draws) grant.leftMilli += milliTokens;
}

function recordOf({ use, at, catalogue }: Charging, from: number, until: number): UsageRecord {
  return {
    partner: '',
    source: '',
    recordId: '',
    accountCode: '',
    at,
    model: use.model,
    vendor: catalogue.model(use.model)?.vendor ?? '',
    computeOwner: '',
    chipKind: '',
    serviceTier: use.serviceTier ?? 'standard',
    dimensions: use.dimensions ?? {},
    counts: countsBetween(use, from, until),
  };
}
