import type { Ineligibility } from '@ciyuan/core/catalogue';

/**
 * Why an order is not taken. The first that applies is said, in this order: `unknown_plan`, `plan_retired`,
 * `unknown_account`, `account_not_active`; whom the plan is for, in the order of `INELIGIBILITIES`; `no_split_rule`, `second_commitment`, `other_currency`,
 * `second_base_tariff`, `unknown_channel`; `campaign_not_running`, `campaign_pool_dry`. Of two orders at once for what
 * is given once, the later one may be told `taken_before` after all of these but the last two.
 */
export interface OrderRefusal {
  readonly code:
    | Ineligibility['code']
    | 'unknown_plan'
    | 'plan_retired'
    | 'unknown_account'
    | 'account_not_active'
    | 'unknown_channel'
    | 'no_split_rule'
    | 'second_base_tariff'
    | 'second_commitment'
    | 'other_currency'
    | 'campaign_not_running'
    | 'campaign_pool_dry';
  readonly detail: string;
}
