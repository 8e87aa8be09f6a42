import { Injectable } from '@nestjs/common';
import {
  decideEnd,
  decideResume,
  type AccountState,
  type EndOfSubscription,
  type EndRefusal,
  type ResumeRefusal,
  type SubscriptionDecision,
} from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database, sqlState, unlessRolledBack, type Tx } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';
import { SubscriptionChangesStore } from './subscription-changes.store';

export interface SubscriptionToChange {
  readonly account: string;
  readonly subscriptionId: number;
  /** `resume` takes an end back that is still to come. */
  readonly change: { readonly end: EndOfSubscription } | 'resume';
  readonly by: string;
  /** Says what it would come to, and changes nothing. */
  readonly preview: boolean;
}

export interface SubscriptionChanged {
  readonly subscriptionId: number;
  readonly endsAt: Instant | null;
  /** Grants that fell due and were issued with the change. */
  readonly grantsIssued: number;
  readonly applied: boolean;
}

export type ChangeRefusal =
  | EndRefusal
  | ResumeRefusal
  | { readonly code: 'unknown_account' }
  /** Another base tariff begins where this one was to end. */
  | { readonly code: 'second_base_tariff' };

type Outcome = Result<SubscriptionChanged, ChangeRefusal>;

const LONGEST_WRITE_MS = 60_000;
const EXCLUSION_VIOLATION = '23P01';

/**
 * Ends a subscription, at once or with what is granted, or takes that back while it is still to come. A preview is the
 * very same change, rolled back.
 */
@Injectable()
export class ChangeSubscription {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly changeAccounts: ChangeAccounts,
    private readonly changes: SubscriptionChangesStore,
    private readonly clock: Clock,
  ) {}

  async run(request: SubscriptionToChange): Promise<Outcome> {
    try {
      return await unlessRolledBack<Outcome>((rollBack) =>
        this.database.retrying(async (tx) => {
          const outcome = await this.attempt(tx, request);
          if (!outcome.ok) return rollBack(outcome);
          return request.preview ? rollBack(ok({ ...outcome.value, applied: false })) : outcome;
        }),
      );
    } catch (error) {
      if (sqlState(error) === EXCLUSION_VIOLATION) return refuse({ code: 'second_base_tariff' });
      throw error;
    }
  }

  private async attempt(tx: Tx, request: SubscriptionToChange): Promise<Outcome> {
    const account = await this.accounts.byCode(tx, request.account);
    if (account === undefined) return refuse({ code: 'unknown_account' });
    const now = this.clock.now();
    const { batchId, bookedAt, decision } = await this.changeAccounts.run(tx, {
      kind: 'subscription',
      takes: new Map([[account.id, 1]]),
      from: now,
      // The write has its own instant, somewhat later: a month that begins meanwhile is assigned, too.
      until: now + LONGEST_WRITE_MS,
      decide: (accounts, months, catalogue, at) =>
        decideFor(accounts.get(account.id) as AccountState, request, { catalogue, months, now: at }),
    });
    if (!decision.outcome.ok) return decision.outcome;
    await this.changes.add(tx, decision.outcome.value, { batchId, by: request.by, at: bookedAt });
    const { subscriptionId, endsAt } = decision.outcome.value;
    return ok({ subscriptionId, endsAt, grantsIssued: decision.newGrants.length, applied: true });
  }
}

function decideFor(
  state: AccountState,
  { subscriptionId, change }: SubscriptionToChange,
  circumstances: Parameters<typeof decideEnd>[2],
): SubscriptionDecision<EndRefusal | ResumeRefusal> {
  return change === 'resume'
    ? decideResume(state, subscriptionId, circumstances)
    : decideEnd(state, { subscriptionId, when: change.end }, circumstances);
}
