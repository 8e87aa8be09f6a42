import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import { partiesOf, subscriptionsOf } from './affected-by';
import { AffectedStore, type AffectedPlan } from './affected.store';
import type { DocumentDraft } from './document-draft';

/** Those who have a plan keep what they took up. */
const NEW_ORDERS_ONLY: readonly DocumentKind[] = ['plan', 'eligibility_rule'];

/** What approving a draft would touch, in numbers. */
export interface Affected {
  readonly subscriptions: number;
  readonly accounts: number;
  /** By plan, and by when the change reaches it. */
  readonly plans: readonly AffectedPlan[];
  /** Codes of the parties that the draft names. */
  readonly parties: readonly string[];
}

/** Counts the subscriptions that go on at the draft's date or begin later, and that it says something about. */
@Injectable()
export class ReadAffected {
  constructor(private readonly affected: AffectedStore) {}

  async run(tx: Tx, draft: DocumentDraft): Promise<Affected> {
    const parties = partiesOf(draft);
    const which = subscriptionsOf(draft);
    if (which === undefined) return { subscriptions: 0, accounts: 0, plans: [], parties };
    const touching = { ...which, from: draft.effectiveFrom };
    const plans = await this.affected.plans(tx, touching, NEW_ORDERS_ONLY.includes(draft.kind));
    const subscriptions = plans.reduce((sum, plan) => sum + plan.subscriptions, 0);
    return { subscriptions, accounts: await this.affected.accounts(tx, touching), plans, parties };
  }
}
