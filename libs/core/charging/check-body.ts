import {
  checkApprovalLimits,
  checkContract,
  checkEligibilityRule,
  checkExchangeRates,
  checkHolidays,
  checkNoticePolicy,
  checkPlan,
  checkServedModels,
  checkSettlementCalendar,
  checkTable,
  type DocumentFault,
} from '../catalogue';
import { checkPriceBook } from '../rating';
import { checkSplitRule } from '../settlement';
import type { CatalogueBodies, DocumentKind } from './documents';

/** What the rules of its kind say of a body that has the right shape; by itself, without looking at others. */
const CHECKS: { readonly [K in DocumentKind]: (body: CatalogueBodies[K]) => readonly DocumentFault[] } = {
  plan: checkPlan,
  price_book: checkPriceBook,
  cost_book: checkPriceBook,
  coefficient_table: checkTable,
  split_rule: ({ rule }) =>
    checkSplitRule(rule).map(({ path, code }) => ({
      path: `rule.${path}`,
      code,
      detail: code.replaceAll('_', ' '),
    })),
  contract: checkContract,
  holiday_calendar: checkHolidays,
  served_models: checkServedModels,
  notice_policy: checkNoticePolicy,
  exchange_rates: checkExchangeRates,
  eligibility_rule: checkEligibilityRule,
  variance_policy: () => [],
  settlement_calendar: checkSettlementCalendar,
  approval_limits: checkApprovalLimits,
};

export const checkBody = <K extends DocumentKind>(
  kind: K,
  body: CatalogueBodies[K],
): readonly DocumentFault[] => CHECKS[kind](body);
