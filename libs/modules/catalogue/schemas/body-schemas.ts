import type { z } from 'zod';
import type { CatalogueBodies, DocumentKind } from '@ciyuan/core/charging';
import { approvalLimitsSchema } from './approval-limits-schema';
import { coefficientTableSchema } from './coefficient-table-schema';
import { contractSchema } from './contract-schema';
import { eligibilityRuleSchema } from './eligibility-rule-schema';
import { exchangeRatesSchema } from './exchange-rates-schema';
import { holidayCalendarSchema } from './holiday-calendar-schema';
import { noticePolicySchema } from './notice-policy-schema';
import { planSchema } from './plan-schema';
import { costBookSchema, priceBookSchema } from './price-book-schema';
import { servedModelsSchema } from './served-models-schema';
import { settlementCalendarSchema } from './settlement-calendar-schema';
import { splitRuleSchema } from './split-rule-schema';
import { variancePolicySchema } from './variance-policy-schema';

/** The shape of each kind's body; a field that a kind does not have is refused, for it would be a wish unheard. */
export const BODY_SCHEMAS: { readonly [K in DocumentKind]: z.ZodType<CatalogueBodies[K]> } = {
  plan: planSchema,
  price_book: priceBookSchema,
  cost_book: costBookSchema,
  coefficient_table: coefficientTableSchema,
  split_rule: splitRuleSchema,
  contract: contractSchema,
  holiday_calendar: holidayCalendarSchema,
  served_models: servedModelsSchema,
  notice_policy: noticePolicySchema,
  eligibility_rule: eligibilityRuleSchema,
  exchange_rates: exchangeRatesSchema,
  variance_policy: variancePolicySchema,
  settlement_calendar: settlementCalendarSchema,
  approval_limits: approvalLimitsSchema,
};
