import type { AccountState, SubscriptionState } from '../account-state';
import { closedPeriods, consumptionOf, positionOf } from './commitment-move';
import { closeDueAt, contractOf } from './commitment-contract';
import type { Draft } from '../draft';
import { postPosition } from './post-commitment';

/**
 * Closes the first open period of a commitment, under the account's next sequence number: charges its shortfall,
 * grants and defers what can be made up, and lets lapse what could be used no later than in it.
 */
export function closePeriod(work: Draft, account: AccountState, due: SubscriptionState): void {
  const closing = closedPeriods(due);
  const contract = contractOf(due, account.zone);
  const consumption = consumptionOf(account, due);
  postPosition(work, {
    account,
    subscription: due,
    sequence: account.nextSequence++,
    before: positionOf(account, due, consumption, closing),
    after: positionOf(account, due, consumption, closing + 1),
  });
  const next = closing + 1;
  due.nextCycle += 1;
  due.nextCycleAt = next < contract.periods.length ? closeDueAt(contract, next, due.plan.body) : null;
  due.isChanged = true;
}
