import type {
  ApprovalLimits,
  CoefficientRow,
  EligibilityRule,
  ExchangeRates,
  HolidayCalendar,
  Model,
  NoticePolicy,
  PartnerContract,
  Plan,
  PriceBook,
  ServedModels,
  VariancePolicy,
  SettlementCalendar,
  Version,
} from '../catalogue';
import type { SplitRule } from '../settlement';

export interface CoefficientTable {
  readonly code: string;
  /** IANA zone of the rows' hours; only with them. */
  readonly zone?: string;
  readonly rows: readonly CoefficientRow[];
}

/** A party's own prices: what it asks for the records that it serves. */
export interface CostBook extends PriceBook {
  readonly party: string;
}

/** Who gets what of which revenue: naming the plan beats naming the model beats naming the compute owner. */
export interface SplitRuleDocument {
  readonly code: string;
  readonly match: { readonly plan?: string; readonly model?: string; readonly computeOwner?: string };
  /** Breakage has no model: it stays the operator's, or follows the plan's consumption of the month. */
  readonly breakage: 'operator' | 'as_consumed';
  /** Of the amounts that the rule names; yuan where it says nothing. Shares and costs are of any currency. */
  readonly currency?: string;
  readonly rule: SplitRule;
}

/** The bodies of the versioned documents, by kind. */
export interface CatalogueBodies {
  readonly plan: Plan;
  readonly price_book: PriceBook;
  readonly cost_book: CostBook;
  readonly coefficient_table: CoefficientTable;
  readonly split_rule: SplitRuleDocument;
  readonly contract: PartnerContract;
  readonly holiday_calendar: HolidayCalendar;
  readonly served_models: ServedModels;
  readonly notice_policy: NoticePolicy;
  readonly eligibility_rule: EligibilityRule;
  readonly exchange_rates: ExchangeRates;
  readonly variance_policy: VariancePolicy;
  readonly settlement_calendar: SettlementCalendar;
  readonly approval_limits: ApprovalLimits;
}

export type DocumentKind = keyof CatalogueBodies;
export const DOCUMENT_KINDS = [
  'plan',
  'price_book',
  'cost_book',
  'coefficient_table',
  'split_rule',
  'contract',
  'holiday_calendar',
  'served_models',
  'notice_policy',
  'eligibility_rule',
  'exchange_rates',
  'variance_policy',
  'settlement_calendar',
  'approval_limits',
] as const satisfies readonly DocumentKind[];

/** Every version of every document, approved and immutable. */
export type CatalogueContent = {
  readonly [K in DocumentKind]: readonly Version<CatalogueBodies[K]>[];
} & { readonly epoch: number; readonly models: readonly Model[] };
