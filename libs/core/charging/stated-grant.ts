import { inBurnOrder } from '../entitlement';
import type { Instant, PicoYuan } from '../kernel';
import type { AccountState, GrantPlace, GrantState } from './account-state';
import type { Draft } from './draft';
import { newGrant } from './issue-grant';
import { postIssue } from './post-grant';

/** A grant whose terms are its own and follow from no order; its plan says what it may be used on, and how. */
export interface StatedGrant {
  readonly origin: 'received' | 'stated';
  readonly planVersionId: number;
  /** Null where the account itself has not taken up the plan. */
  readonly subscriptionId: number | null;
  readonly cycle: number;
  readonly channel: string | null;
  /** Milli-tokens that it holds, above 0. */
  readonly quantityMilli: bigint;
  /** What of the price is not recognised yet: pico-yuan with VAT, and without. */
  readonly priceGross: PicoYuan;
  readonly priceNet: PicoYuan;
  /** The instant of the write that brings it: it is booked in that month. */
  readonly grantedAt: Instant;
  /** From when on records draw on it. */
  readonly effectiveAt: Instant;
  /** Exclusive; null never expires. */
  readonly expiresAt: Instant | null;
  readonly priority: number;
  /** Absent: of the plan's table as it is when it is granted, unless the plan follows the table. */
  readonly coefficientVersionId?: number | null;
  /** The grant that gave it. */
  readonly from: GrantPlace | null;
}

/**
 * Grants tokens on stated terms, under the account's next sequence number: what another account gave, or an opening
 * balance that a customer brings along, half used. Nothing is owed for it: what is still to be recognised comes from
 * the giver, or from the books that it was kept in before.
 */
export function grantStated(work: Draft, account: AccountState, terms: StatedGrant): GrantState {
  const { planVersionId, subscriptionId: id, channel, cycle, ...own } = terms;
  const grant = newGrant(
    account,
    { id, plan: work.catalogue.plan(planVersionId), channel },
    cycle,
    own,
    work.catalogue,
  );
  account.grants.push(grant);
  account.grants.sort(inBurnOrder);
  postIssue(work, account, grant);
  return grant;
}
