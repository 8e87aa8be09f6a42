import type { Plan, Version } from '@ciyuan/core/catalogue';
import type { FocusCommitment } from './focus-charge';

export type PlanOf = (planVersionId: number) => Version<Plan>;

const named = (account: string, { code, body }: Version<Plan>): Pick<FocusCommitment, 'id' | 'name'> => ({
  id: `${account}/${code}`,
  name: body.name,
});

/** A plan that is paid before it is used: each purchase of it adds to what can be drawn. */
export const prepaid = (
  account: string,
  plan: Version<Plan>,
  status: FocusCommitment['status'],
): FocusCommitment => ({
  ...named(account, plan),
  category: 'Usage',
  type: 'Prepaid Tokens',
  unit: 'Package Tokens',
  status,
});

/** A contract that is settled at the end of its periods. */
export const takeOrPay = (
  account: string,
  plan: Version<Plan>,
  status: FocusCommitment['status'],
): FocusCommitment => {
  const isSpend = plan.body.commitment?.mode === 'spend';
  return {
    ...named(account, plan),
    category: isSpend ? 'Spend' : 'Usage',
    type: isSpend ? 'Committed Spend' : 'Take or Pay',
    unit: isSpend ? plan.body.currency : 'Tokens',
    status,
  };
};
