import type { CoefficientLookup, CurrencyPair, Model, Plan, Version } from '../catalogue';
import type { Instant, Ratio } from '../kernel';
import type { PriceLookup } from '../rating';
import type { CompiledTierRow } from './tier-charge';

export interface PricesInForce {
  readonly versionId: number;
  readonly prices: PriceLookup;
  readonly tiers: readonly CompiledTierRow[];
}

export interface CoefficientsInForce {
  readonly versionId: number;
  readonly lookup: CoefficientLookup;
}

export interface SplitRuleInForce {
  readonly versionId: number;
  /** Roles whose own price the rule asks for: a missing one opens cost suspense. */
  readonly costRoles: readonly string[];
  /** The currency of the amounts that it names; absent where it names none, and shares any currency. */
  readonly amountsIn?: string;
}

/** Whether what is charged in a currency can be shared by a rule: its amounts are never taken for those of another. */
export const sharesIn = ({ amountsIn }: SplitRuleInForce, currency: string): boolean =>
  amountsIn === undefined || amountsIn === currency;

/** The compiled catalogue of one epoch: never goes stale, because approved versions never change. */
export interface ChargingCatalogue {
  readonly epoch: number;
  model(code: string): Model | undefined;
  /** The model that a partner reports by a name: by its own code, or by a name that stands for it at the instant. */
  servedModel(name: string, partner: string, at: Instant): Model | undefined;
  /** How old a record may be when the partner reports it; undefined where it has no contract in force. */
  lateWindowDays(partner: string, at: Instant): number | undefined;
  mayReport(partner: string, vendor: string, computeOwner: string, at: Instant): boolean;
  plan(versionId: number): Version<Plan>;
  /** The version of a plan that is sold at an instant, to whom the rule that it names says then. */
  planAt(code: string, at: Instant): Version<Plan> | undefined;
  pricesAt(book: string, at: Instant): PricesInForce | undefined;
  costsOf(party: string, at: Instant): PricesInForce | undefined;
  /**
   * How much of `quote` one unit of `base` is worth: the latest rate that began by then, of the version in force.
   * Undefined where there is none: neither the inverse nor a way round by a third currency is asked.
   */
  rateAt(pair: CurrencyPair, at: Instant): Ratio | undefined;
  /** Throws where the table has no version in force: plans name only tables that have one. */
  coefficientsAt(table: string, at: Instant): CoefficientsInForce;
  coefficientsOf(versionId: number): CoefficientsInForce;
  splitRuleFor(
    plan: string,
    model: string | null,
    computeOwner: string | null,
    at: Instant,
  ): SplitRuleInForce | undefined;
}
