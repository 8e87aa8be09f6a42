import type { ProblemFault } from '@ciyuan/client';
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
} from '@ciyuan/core/catalogue';
import type { CatalogueBodies, DocumentKind } from '@ciyuan/core/charging';
import { checkPriceBook } from '@ciyuan/core/rating';
import { checkSplitRule } from '@ciyuan/core/settlement';
import type { Body } from '../catalogue/places-in';

type Check<Document> = (body: Document) => readonly ProblemFault[];

/** The very checks that a version has to pass before it is published. */
const CHECKS: { readonly [Kind in DocumentKind]: Check<CatalogueBodies[Kind]> } = {
  plan: checkPlan,
  price_book: checkPriceBook,
  cost_book: checkPriceBook,
  coefficient_table: checkTable,
  split_rule: ({ rule }) => checkSplitRule(rule).map(({ path, code }) => ({ path: `rule.${path}`, code })),
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

/**
 * What the rules find in a body that is being written. They expect its shape, which is the API's to check when it is
 * saved: of a body that has not got it yet they can say nothing.
 */
export function liveFaults(kind: DocumentKind, body: Body): readonly ProblemFault[] {
  try {
    return (CHECKS[kind] as unknown as Check<Body>)(body);
  } catch {
    return [];
  }
}
