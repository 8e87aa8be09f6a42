import { formatScaled } from '@ciyuan/core/kernel';
import type { ReadBalance } from '@ciyuan/modules/charging';

type Grants = NonNullable<Awaited<ReturnType<ReadBalance['run']>>>;

/** Package tokens as decimals with at most three places; granted − drawn − released − expired = left on every row and in all. */
export interface BalanceView {
  readonly account: string;
  readonly leftTokens: string;
  readonly grants: readonly {
    readonly grant: string;
    readonly plan: string;
    /** How it came about: sold, rolled over, received from another account, or stated when a customer was taken on. */
    readonly origin: string;
    readonly priority: number;
    readonly effectiveAt: string;
    readonly expiresAt: string | null;
    readonly grantedTokens: string;
    readonly drawnTokens: string;
    /** Rolled over into another grant, or given to another account. */
    readonly releasedTokens: string;
    readonly expiredTokens: string;
    readonly leftTokens: string;
  }[];
}

const tokens = (milli: bigint): string => formatScaled(milli, 3);

export function balanceOf(account: string, grants: Grants): BalanceView {
  return {
    account,
    leftTokens: tokens(grants.reduce((total, grant) => total + grant.leftMilli, 0n)),
    grants: grants.map((grant) => ({
      grant: grant.grant,
      plan: grant.plan,
      origin: grant.origin,
      priority: grant.priority,
      effectiveAt: grant.effectiveAt,
      expiresAt: grant.expiresAt,
      grantedTokens: tokens(grant.grantedMilli),
      drawnTokens: tokens(grant.drawnMilli),
      releasedTokens: tokens(grant.releasedMilli),
      expiredTokens: tokens(grant.expiredMilli),
      leftTokens: tokens(grant.leftMilli),
    })),
  };
}
