import {
  compileCoefficients,
  compileExchangeRates,
  compileHolidays,
  compileServedModels,
  pairOf,
  ruledEligibility,
  validityPeriod,
  type EligibilityRule,
  type Model,
  type Plan,
  type PriceBook,
  type Version,
} from '../catalogue';
import type { Period } from '../kernel';
import { compilePriceBook, type CalendarsInForce } from '../rating';
import { namesAmounts } from '../settlement';
import type {
  ChargingCatalogue,
  CoefficientsInForce,
  PricesInForce,
  SplitRuleInForce,
} from './catalogue-view';
import type { CatalogueContent, SplitRuleDocument } from './documents';
import { compileTierRow } from './tier-charge';

/** Reads the catalogue once: after this no look-up touches a database, and none is compiled twice. */
export function compileCatalogue(content: CatalogueContent): ChargingCatalogue {
  const models = new Map(content.models.map((model) => [model.code, model]));
  const plans = new Map(content.plan.map((plan) => [plan.id, plan]));
  const offers = timelines(
    content.plan,
    (plan) => plan.code,
    (plan) => plan,
  );
  const eligibility = timelines(
    content.eligibility_rule,
    (rule) => rule.code,
    ({ body }) => body,
  );
  const holidays = timelines(
    content.holiday_calendar,
    (calendar) => calendar.code,
    ({ body }) => compileHolidays(body),
  );
  const compilePrices = pricesWith((calendar, at) => inForce(holidays.get(calendar), at));
  const prices = timelines(content.price_book, (book) => book.code, compilePrices);
  const costs = timelines(content.cost_book, (book) => book.body.party, compilePrices);
  const rates = timelines(
    content.exchange_rates,
    ({ body }) => pairOf(body),
    ({ body }) => compileExchangeRates(body),
  );
  const coefficients = timelines(content.coefficient_table, (table) => table.code, compileTable);
  const contracts = timelines(content.contract, (contract) => contract.body.partner, compileContract);
  const tablesById = new Map<number, CoefficientsInForce>();
  for (const line of coefficients.values())
    for (const { value } of line) tablesById.set(value.versionId, value);
  return {
    epoch: content.epoch,
    model: (code) => models.get(code),
    servedModel: servedModels(content.served_models, models),
    mayReport: (partner, vendor, owner, at) =>
      isServed(inForce(contracts.get(partner), at), servedKey(vendor, owner), at),
    lateWindowDays: (partner, at) => inForce(contracts.get(partner), at)?.lateWindowDays,
    plan: (versionId) => found(plans.get(versionId), `plan version ${versionId}`),
    planAt: (code, at) =>
      offered(inForce(offers.get(code), at), (rule) => inForce(eligibility.get(rule), at)),
    pricesAt: (book, at) => inForce(prices.get(book), at),
    costsOf: (party, at) => inForce(costs.get(party), at),
    rateAt: (pair, at) => inForce(rates.get(pairOf(pair)), at)?.rateAt(at),
    coefficientsAt: (table, at) => found(inForce(coefficients.get(table), at), `coefficient table ${table}`),
    coefficientsOf: (versionId) => found(tablesById.get(versionId), `coefficient version ${versionId}`),
    splitRuleFor: splitRules(content.split_rule),
  };
}

/** No party has an empty code. */
const EVERY_PARTNER = '';

function servedModels(
  versions: CatalogueContent['served_models'],
  models: ReadonlyMap<string, Model>,
): ChargingCatalogue['servedModel'] {
  const names = timelines(
    versions,
    ({ body }) => body.partner ?? EVERY_PARTNER,
    ({ body }) => compileServedModels(body),
  );
  const nameOf = (name: string, whose: string, at: number): string | undefined =>
    inForce(names.get(whose), at)?.get(name);
  return (name, partner, at) =>
    models.get(name) ?? models.get(nameOf(name, partner, at) ?? nameOf(name, EVERY_PARTNER, at) ?? name);
}

/** A plan as it is sold at an instant: for whom the rule that it names says then. */
function offered(
  plan: Version<Plan> | undefined,
  ruleOf: (code: string) => EligibilityRule | undefined,
): Version<Plan> | undefined {
  if (plan?.body.eligibilityRule === undefined) return plan;
  const rule = found(ruleOf(plan.body.eligibilityRule), `eligibility rule ${plan.body.eligibilityRule}`);
  return { ...plan, body: { ...plan.body, eligibility: ruledEligibility(plan.body.eligibility, rule) } };
}

interface Dated<V> {
  readonly from: number;
  readonly value: V;
}

/** Versions of one document, the latest first: the first that is in force at an instant rules it. */
function timelines<T, V>(
  versions: readonly Version<T>[],
  keyOf: (version: Version<T>) => string,
  compile: (version: Version<T>) => V,
): ReadonlyMap<string, readonly Dated<V>[]> {
  const lines = new Map<string, Dated<V>[]>();
  for (const version of [...versions].sort((a, b) => b.effectiveFrom - a.effectiveFrom)) {
    const line = lines.get(keyOf(version));
    const dated = { from: version.effectiveFrom, value: compile(version) };
    if (line === undefined) lines.set(keyOf(version), [dated]);
    else line.push(dated);
  }
  return lines;
}

function inForce<V>(line: readonly Dated<V>[] | undefined, at: number): V | undefined {
  if (line === undefined) return undefined;
  for (const dated of line) if (dated.from <= at) return dated.value;
  return undefined;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the catalogue has no ${what}`);
  return value;
}

const pricesWith =
  (calendars: CalendarsInForce) =>
  (version: Version<PriceBook>): PricesInForce => ({
    versionId: version.id,
    prices: compilePriceBook(version.body, calendars),
    tiers: version.body.tiers.map(compileTierRow),
  });

function compileTable(version: CatalogueContent['coefficient_table'][number]): CoefficientsInForce {
  return { versionId: version.id, lookup: compileCoefficients(version.body.rows, version.body.zone) };
}

interface Contract {
  readonly pairs: ReadonlySet<string>;
  /** Undefined of a party that reports nothing. */
  readonly lateWindowDays: number | undefined;
  readonly validity: Period;
}

const compileContract = ({ body }: CatalogueContent['contract'][number]): Contract => ({
  pairs: new Set(body.serves?.map((pair) => servedKey(pair.vendor, pair.computeOwner))),
  lateWindowDays: body.lateWindowDays,
  validity: validityPeriod(body.validity),
});

/** A late record of a contract that has ended is still let in: it is its own instant that counts. */
const isServed = (contract: Contract | undefined, pair: string, at: number): boolean =>
  contract !== undefined &&
  contract.pairs.has(pair) &&
  contract.validity.start <= at &&
  at < contract.validity.end;

const servedKey = (vendor: string, computeOwner: string): string => `${vendor} ${computeOwner}`;

function splitRules(versions: readonly Version<SplitRuleDocument>[]): ChargingCatalogue['splitRuleFor'] {
  const lines = [
    ...timelines(
      versions,
      (rule) => rule.code,
      (rule) => rule,
    ).values(),
  ];
  const ranked = lines.sort((a, b) => rank(b[0]?.value.body) - rank(a[0]?.value.body));
  const inForceById = new Map<number, SplitRuleInForce>(versions.map((rule) => [rule.id, ruleInForce(rule)]));
  return (plan, model, computeOwner, at) => {
    for (const line of ranked) {
      const rule = inForce(line, at);
      if (rule !== undefined && matches(rule.body.match, plan, model, computeOwner))
        return inForceById.get(rule.id);
    }
    return undefined;
  };
}

/** What rules were written in before they could say. */
const DEFAULT_CURRENCY = 'CNY';

function ruleInForce(rule: Version<SplitRuleDocument>): SplitRuleInForce {
  const costRoles = rule.body.rule.steps.filter((step) => step.type === 'cost').map((step) => step.party);
  const { currency = DEFAULT_CURRENCY } = rule.body;
  return { versionId: rule.id, costRoles, ...(namesAmounts(rule.body.rule) && { amountsIn: currency }) };
}

function rank(document: SplitRuleDocument | undefined): number {
  const match = document?.match ?? {};
  return (
    Number(match.plan !== undefined) * 4 +
    Number(match.model !== undefined) * 2 +
    Number(match.computeOwner !== undefined)
  );
}

function matches(
  match: SplitRuleDocument['match'],
  plan: Plan['code'],
  model: string | null,
  computeOwner: string | null,
): boolean {
  return (
    (match.plan === undefined || match.plan === plan) &&
    (match.model === undefined || match.model === model) &&
    (match.computeOwner === undefined || match.computeOwner === computeOwner)
  );
}
