import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { ListedUsage } from './listed-usage';
import { ListedUsageStore, type UsagePage } from './listed-usage.store';

const MS_PER_DAY = 86_400_000;
const USUAL_DAYS = 31;
/** Usage may be dated a little ahead of this clock. */
const AHEAD_MS = 300_000;

/** How far apart the ends of a list of usage may be: it bounds what a filter that fits nothing must look through. */
export const MOST_USAGE_DAYS = 93;

export interface UsageAsked extends Omit<UsagePage, 'from' | 'until'> {
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export interface UsageFound extends Listed<ListedUsage> {
  /** Half-open: what was looked through. */
  readonly from: Instant;
  readonly until: Instant;
}

/** One page of reported usage of a time, the last month where none is asked for; undefined where that is too long. */
@Injectable()
export class ListUsage {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly usage: ListedUsageStore,
    private readonly clock: Clock,
  ) {}

  run(asked: UsageAsked): Promise<UsageFound | undefined> {
    const { from, until } = this.spanOf(asked);
    if (until - from > MOST_USAGE_DAYS * MS_PER_DAY) return Promise.resolve(undefined);
    return this.database.transaction(async (tx) => {
      const { account } = asked;
      const id =
        account === undefined ? undefined : (await this.accounts.idsByCode(tx, [account])).get(account);
      return { ...(await this.usage.list(tx, { ...asked, from, until }, id)), from, until };
    });
  }

  private spanOf({ from, until }: UsageAsked): { from: Instant; until: Instant } {
    const usual = USUAL_DAYS * MS_PER_DAY;
    const now = this.clock.now() + AHEAD_MS;
    const end = until ?? (from === undefined ? now : Math.max(from, Math.min(now, from + usual)));
    return { from: from ?? end - usual, until: end };
  }
}
