import type { Model, Plan, PriceBook, Version } from '../../catalogue';
import type { CatalogueBodies } from '../documents';
import type { ChargingCatalogue } from '../catalogue-view';
import { compileCatalogue } from '../compile-catalogue';

/** The documents that say what a customer pays, each as it is in force at one instant. */
export interface QuotedDocuments {
  readonly plans: readonly Plan[];
  readonly priceBooks: readonly PriceBook[];
  readonly coefficientTables: readonly CatalogueBodies['coefficient_table'][];
  readonly holidayCalendars: readonly CatalogueBodies['holiday_calendar'][];
  readonly models: readonly Model[];
}

const ALWAYS = 0;
const NOBODY_SHARES = { versionId: 0, costRoles: [] };

/**
 * A catalogue that charges customers and settles with nobody: who may report a call, what it costs and who has a share
 * of it change nothing of what a customer pays. Each document rules whatever is quoted, from the beginning on.
 */
export function quotedCatalogue(documents: QuotedDocuments): ChargingCatalogue {
  let id = 0;
  const versions = <Body>(
    bodies: readonly Body[],
    codeOf: (body: Body) => string,
  ): readonly Version<Body>[] =>
    bodies.map((body) => ({ id: ++id, code: codeOf(body), effectiveFrom: ALWAYS, body }));
  const compiled = compileCatalogue({
    epoch: 0,
    models: documents.models,
    plan: versions(documents.plans.map(withoutRule), ({ code }) => code),
    price_book: versions(documents.priceBooks, ({ code }) => code),
    coefficient_table: versions(documents.coefficientTables, ({ code }) => code),
    holiday_calendar: versions(documents.holidayCalendars, ({ code }) => code),
    cost_book: [],
    split_rule: [],
    contract: [],
    served_models: [],
    notice_policy: [],
    eligibility_rule: [],
    exchange_rates: [],
    variance_policy: [],
    settlement_calendar: [],
    approval_limits: [],
  });
  return { ...compiled, mayReport: () => true, splitRuleFor: () => NOBODY_SHARES };
}

/** Whom a plan is for has been asked before somebody asks what it costs. */
function withoutRule({ eligibilityRule: _rule, ...plan }: Plan): Plan {
  return plan;
}
