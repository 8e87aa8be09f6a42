import type { Plan, Version } from '../../catalogue';
import {
  PICO_PER_FEN,
  divideHalfAway,
  fenToPico,
  monthOf,
  periodContaining,
  type Instant,
  type PicoYuan,
} from '../../kernel';
import type { AccountState } from '../account-state';
import type { ChargingCatalogue } from '../catalogue-view';
import { applyRenewals } from '../decide';
import { draft, finish, type Draft, type Months } from '../draft';
import { newSubscription } from '../new-subscription';
import { takeUpWithin } from '../order';
import { chargeUse } from './charge-use';
import type { QuotedUse, QuotedUseResult } from './quoted-use';

export interface QuotedCustomer {
  /** What prices usage that no package covers; none where the plan is that itself, or the customer has none. */
  readonly base?: string;
  readonly plan: string;
  /** Where billing periods are cut. */
  readonly zone: string;
  /** When the calls begin, all of them; the plan's cycle is the one around it. */
  readonly at: Instant;
  readonly uses: readonly QuotedUse[];
}

export interface Quote {
  readonly currency: string;
  /** What the plan itself costs in its cycle, or once; with VAT. */
  readonly price: PicoYuan;
  /** What is granted for it. */
  readonly grantedMilli: bigint;
  readonly uses: readonly QuotedUseResult[];
  /** Of usage that the plan does not cover, exactly. */
  readonly usage: PicoYuan;
  /** Both, usage half away from zero to the fen: as an invoice would state it. */
  readonly total: PicoYuan;
}

const FIRST_OF_MONTH = 1;
const MONTHS: Omit<Months, 'usageMonth'> = { accountingMonth: (month) => month };

/**
 * What a customer pays for a month's usage: an account of its own takes up the plan and is charged by the functions
 * that charge everybody, use after use. Throws where the catalogue has not the plan or its tables.
 */
export function quoteUsage(catalogue: ChargingCatalogue, customer: QuotedCustomer): Quote {
  const { zone, at } = customer;
  const work = draft(catalogue, { ...MONTHS, usageMonth: (instant) => monthOf(zone, instant) });
  const account = newAccount(zone);
  const plan = soldPlan(catalogue, customer.plan, at);
  if (customer.base !== undefined && plan.body.role !== 'base')
    takeUpWithin(work, account, newSubscription(account, soldPlan(catalogue, customer.base, at), at, null));
  takeUpWithin(work, account, newSubscription(account, plan, startOf(plan.body, zone, at), null));
  applyRenewals(work, account, at);
  const uses = customer.uses.map((use) => chargeUse(work, account, use, at));
  return summed(plan.body, work, uses);
}

/** A cycle is quoted whole; what is given for some days, and a tariff, begin with the calls. */
function startOf({ role }: Plan, zone: string, at: Instant): Instant {
  const isPeriodic = role === 'package' || role === 'commitment';
  return isPeriodic ? periodContaining(zone, FIRST_OF_MONTH, at).start : at;
}

function soldPlan(catalogue: ChargingCatalogue, code: string, at: Instant): Version<Plan> {
  const plan = catalogue.planAt(code, at);
  if (plan === undefined) throw new Error(`the catalogue has no plan ${code}`);
  return plan;
}

function summed(plan: Plan, work: Draft, uses: readonly QuotedUseResult[]): Quote {
  const { newGrants, fees } = finish(work);
  let price = fees.reduce((sum, { gross }) => sum + gross, 0n);
  let grantedMilli = 0n;
  for (const { grant } of newGrants) {
    price += grant.priceGross;
    grantedMilli += grant.quantityMilli;
  }
  const usage = uses.reduce((sum, use) => sum + (use.ok ? use.charge.gross : 0n), 0n);
  const total = price + fenToPico(divideHalfAway(usage, PICO_PER_FEN));
  return { currency: plan.currency, price, grantedMilli, uses, usage, total };
}

const newAccount = (zone: string): AccountState => ({
  id: 0,
  code: '',
  zone,
  anchorDay: FIRST_OF_MONTH,
  nextSequence: 1,
  subscriptions: [],
  grants: [],
  counters: new Map(),
  changedCounters: new Set(),
});
