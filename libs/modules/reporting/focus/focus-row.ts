import { formatInstant, formatScaled, formatYuan, monthBounds } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { FocusCharge } from './focus-charge';
import type { FocusRow } from './focus-columns';
import { pricing } from './focus-pricing';
import { countsTokens, titled, unitOf } from './focus-unit';

const MILLI_PLACES = 3;

/** Who is charged, and by whom. */
export interface FocusContext {
  readonly month: string;
  /** The customer, or the account itself where nobody is registered. */
  readonly billing: { readonly id: string; readonly name: string };
  readonly account: { readonly code: string; readonly name: string };
  /** The operator: it provides and invoices. */
  readonly operator: string;
  readonly partyName: (code: string) => string;
}

/**
 * One charge as the specification has it. Costs are with VAT, and there are no rows of category `Tax`: what is sold, priced
 * and booked as receivable here includes it, as prices to consumers in China do; rows of tax beside gross costs would
 * count it twice. What the ledger has without it is in `x_EffectiveCostNet`.
 */
export function focusRow(charge: FocusCharge, context: FocusContext): FocusRow {
  const { start, end } = monthBounds(OPERATOR_ZONE, context.month);
  return {
    ...ACCOUNT_COLUMNS(context),
    BillingCurrency: charge.currency,
    BillingPeriodStart: formatInstant(start),
    BillingPeriodEnd: formatInstant(end),
    ChargeCategory: charge.category,
    ChargeClass: charge.isCorrection ? 'Correction' : null,
    ChargeDescription: charge.description,
    ChargeFrequency: charge.frequency,
    ChargePeriodStart: formatInstant(charge.periodStart),
    ChargePeriodEnd: formatInstant(charge.periodEnd),
    BilledCost: formatYuan(charge.billed),
    EffectiveCost: formatYuan(charge.effective),
    InvoiceId: charge.invoice,
    PublisherName: charge.vendor === null ? context.operator : context.partyName(charge.vendor),
    ...commitmentColumns(charge),
    ...consumedColumns(charge),
    ...pricing(charge),
    ...serviceColumns(charge),
    ...PLACELESS,
    Tags: tagsOf(charge),
    x_EffectiveCostNet: formatYuan(charge.effectiveLedger),
    x_Plan: charge.plan,
    x_TokenClass: charge.counter,
  };
}

const ACCOUNT_COLUMNS = ({ billing, account, operator }: FocusContext): FocusRow => ({
  BillingAccountId: billing.id,
  BillingAccountName: billing.name,
  SubAccountId: account.code,
  SubAccountName: account.name,
  ProviderName: operator,
  InvoiceIssuerName: operator,
});

/** Calls are served by no resource of the customer's own, and of no region that it chose. */
const PLACELESS: FocusRow = {
  RegionId: null,
  RegionName: null,
  ResourceId: null,
  ResourceName: null,
  ResourceType: null,
};

const commitmentColumns = ({ commitment, commitmentMilli }: FocusCharge): FocusRow => ({
  CommitmentDiscountCategory: commitment?.category ?? null,
  CommitmentDiscountId: commitment?.id ?? null,
  CommitmentDiscountName: commitment?.name ?? null,
  CommitmentDiscountQuantity: commitment === null ? null : formatScaled(commitmentMilli, MILLI_PLACES),
  CommitmentDiscountStatus: commitment?.status ?? null,
  CommitmentDiscountType: commitment?.type ?? null,
  CommitmentDiscountUnit: commitment?.unit ?? null,
});

function consumedColumns({ category, commitment, counter, quantity }: FocusCharge): FocusRow {
  const isConsumed = category === 'Usage' && commitment?.status !== 'Unused';
  return {
    ConsumedQuantity: isConsumed ? String(quantity) : null,
    ConsumedUnit: isConsumed ? unitOf(counter) : null,
  };
}

/** Of money by hand: it is of the service as a whole. */
const OF_NO_SKU: FocusRow = {
  ServiceCategory: 'AI and Machine Learning',
  ServiceName: 'LLM Tokens',
  ServiceSubcategory: 'Generative AI',
  SkuId: null,
  SkuMeter: null,
  SkuPriceId: null,
  SkuPriceDetails: null,
};

function serviceColumns(charge: FocusCharge): FocusRow {
  const { product, plan, model, counter, priceId, picoPerUnit } = charge;
  if (plan === null) return OF_NO_SKU;
  const isProduct = product !== null;
  const skuId = isProduct ? `${plan}/${product}` : model === null ? plan : `${model}/${counter ?? 'all'}`;
  const price = picoPerUnit === null ? '' : `/${formatYuan(picoPerUnit)}`;
  return {
    ServiceCategory: isProduct ? 'Other' : 'AI and Machine Learning',
    ServiceName: isProduct ? product : 'LLM Tokens',
    ServiceSubcategory: isProduct ? 'Other (Other)' : 'Generative AI',
    SkuId: skuId,
    SkuMeter: meterOf(charge),
    SkuPriceId: `${skuId}@${priceId}${price}`,
    SkuPriceDetails: JSON.stringify({ x_Plan: plan, ...(counter !== null && { x_TokenClass: counter }) }),
  };
}

/** `Cached Input Tokens`, a meter by its own name; of what is no usage, what is sold. */
function meterOf({ product, model, counter, commitment }: FocusCharge): string {
  if (product !== null) return 'Product';
  if (model === null) return commitment?.type === 'Prepaid Tokens' ? 'Package Tokens' : 'Commitment';
  return countsTokens(counter) ? `${titled(counter ?? 'all')} Tokens` : titled(counter ?? '');
}

/** Provider-defined tags have a prefix of their own; there are no others. */
function tagsOf({ channel, computeOwner, chipKind }: FocusCharge): string | null {
  const tags = {
    ...(channel !== null && { 'ciyuan:channel': channel }),
    ...(computeOwner !== null && { 'ciyuan:compute_owner': computeOwner }),
    ...(chipKind !== null && { 'ciyuan:chip_kind': chipKind }),
  };
  return Object.keys(tags).length === 0 ? null : JSON.stringify(tags);
}
