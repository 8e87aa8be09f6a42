import { Injectable } from '@nestjs/common';
import { isPinnedSo, type SubscriptionRefusal } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { ApplyChange } from './apply-change';
import { FindSubscription, type NotFound } from './find-subscription';
import { TryChange, type StoredRefusal } from './try-change';

export interface PricesToHold {
  readonly subscriptions: readonly { readonly account: string; readonly subscription: number }[];
  /** Records from then on are priced as at that instant. */
  readonly asOf: Instant;
  /** Before this instant; null as long as the subscription runs. Until now, prices follow the book again. */
  readonly until: Instant | null;
  readonly by: string;
  readonly preview: boolean;
}

export interface HeldSubscription {
  readonly subscription: number;
  /** False where just this had been said before. */
  readonly changed: boolean;
}

export type HoldRefusal = SubscriptionRefusal | NotFound | StoredRefusal;

/** What became of the subscriptions of one account: all of them are changed, or none. */
export interface HeldAccount {
  readonly account: string;
  readonly outcome: Result<
    { readonly subscriptions: readonly HeldSubscription[]; readonly applied: boolean },
    HoldRefusal & { readonly subscription?: number }
  >;
}

/** Holds prices for subscriptions, a transaction an account. Saying the same again changes nothing. */
@Injectable()
export class HoldPrices {
  constructor(
    private readonly tryChange: TryChange,
    private readonly findSubscription: FindSubscription,
    private readonly applyChange: ApplyChange,
  ) {}

  /** In the order in which the accounts are named first. */
  async run(request: PricesToHold): Promise<readonly HeldAccount[]> {
    const byAccount = new Map<string, Set<number>>();
    for (const { account, subscription } of request.subscriptions)
      byAccount.set(account, (byAccount.get(account) ?? new Set()).add(subscription));
    const held: HeldAccount[] = [];
    for (const [account, ids] of byAccount) {
      const outcome = await this.tryChange.run(request.preview, (tx) =>
        this.hold(tx, request, account, [...ids]),
      );
      held.push({ account, outcome });
    }
    return held;
  }

  private async hold(
    tx: Tx,
    request: PricesToHold,
    account: string,
    ids: readonly number[],
  ): Promise<HeldAccount['outcome']> {
    const subscriptions: HeldSubscription[] = [];
    for (const subscription of ids) {
      const held = await this.holdOne(tx, request, account, subscription);
      if (!held.ok) return refuse({ ...held.refusal, subscription });
      subscriptions.push({ subscription, changed: held.value });
    }
    return ok({ subscriptions, applied: true });
  }

  /** Whether that changed anything. */
  private async holdOne(
    tx: Tx,
    { asOf, until, by }: PricesToHold,
    account: string,
    subscriptionId: number,
  ): Promise<Result<boolean, HoldRefusal>> {
    const found = await this.findSubscription.run(tx, account, subscriptionId);
    if (!found.ok) return found;
    if (isPinnedSo(found.value.subscription, { asOf, until })) return ok(false);
    const { accountId } = found.value;
    const action = { kind: 'prices_pinned', asOf, until } as const;
    const applied = await this.applyChange.run(tx, { accountId, subscriptionId, action, by });
    return applied.ok ? ok(true) : applied;
  }
}
