/** Version of the FinOps Open Cost and Usage Specification that the columns are of. */
export const FOCUS_VERSION = '1.2';

export interface FocusColumn {
  readonly name: string;
  readonly type: 'text' | 'decimal' | 'instant' | 'json' | 'currency';
  readonly isNullable: boolean;
  /** Of texts that are one of a few. */
  readonly allowed?: readonly string[];
  /** Of unit prices. */
  readonly isNeverNegative?: boolean;
}

const required = (name: string, type: FocusColumn['type'] = 'text'): FocusColumn => ({
  ...{ name, type, isNullable: false },
});
const optional = (name: string, type: FocusColumn['type'] = 'text'): FocusColumn => ({
  ...{ name, type, isNullable: true },
});
const oneOf = (column: FocusColumn, ...allowed: string[]): FocusColumn => ({ ...column, allowed });
const price = (name: string): FocusColumn => ({ ...optional(name, 'decimal'), isNeverNegative: true });

/**
 * The columns that are written, in their order. What the operator has nothing to say of is left out where the
 * specification makes it conditional: availability zones, capacity reservations, prices in another currency, types of
 * accounts. Columns of our own begin with `x_`.
 */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
  required('BilledCost', 'decimal'),
  required('BillingAccountId'),
  optional('BillingAccountName'),
  required('BillingCurrency', 'currency'),
  required('BillingPeriodEnd', 'instant'),
  required('BillingPeriodStart', 'instant'),
  oneOf(required('ChargeCategory'), 'Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'),
  oneOf(optional('ChargeClass'), 'Correction'),
  optional('ChargeDescription'),
  oneOf(required('ChargeFrequency'), 'One-Time', 'Recurring', 'Usage-Based'),
  required('ChargePeriodEnd', 'instant'),
  required('ChargePeriodStart', 'instant'),
  oneOf(optional('CommitmentDiscountCategory'), 'Spend', 'Usage'),
  optional('CommitmentDiscountId'),
  optional('CommitmentDiscountName'),
  optional('CommitmentDiscountQuantity', 'decimal'),
  oneOf(optional('CommitmentDiscountStatus'), 'Used', 'Unused'),
  optional('CommitmentDiscountType'),
  optional('CommitmentDiscountUnit'),
  optional('ConsumedQuantity', 'decimal'),
  optional('ConsumedUnit'),
  required('ContractedCost', 'decimal'),
  price('ContractedUnitPrice'),
  required('EffectiveCost', 'decimal'),
  optional('InvoiceId'),
  required('InvoiceIssuerName'),
  required('ListCost', 'decimal'),
  price('ListUnitPrice'),
  oneOf(optional('PricingCategory'), 'Standard', 'Dynamic', 'Committed', 'Other'),
  optional('PricingQuantity', 'decimal'),
  optional('PricingUnit'),
  required('ProviderName'),
  required('PublisherName'),
  optional('RegionId'),
  optional('RegionName'),
  optional('ResourceId'),
  optional('ResourceName'),
  optional('ResourceType'),
  oneOf(required('ServiceCategory'), 'AI and Machine Learning', 'Other'),
  required('ServiceName'),
  required('ServiceSubcategory'),
  optional('SkuId'),
  optional('SkuMeter'),
  optional('SkuPriceDetails', 'json'),
  optional('SkuPriceId'),
  optional('SubAccountId'),
  optional('SubAccountName'),
  optional('Tags', 'json'),
  required('x_EffectiveCostNet', 'decimal'),
  optional('x_Plan'),
  optional('x_TokenClass'),
];

/** A row by the names of its columns; null is an empty cell. */
export type FocusRow = Readonly<Record<string, string | null>>;
