import { Injectable } from '@nestjs/common';
import { formatInstant } from '@ciyuan/core/kernel';
import { grantId, type GrantOrigin } from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';

/** One grant as people are shown it; quantities in milli-tokens, and they close: granted − drawn − released − expired =
 * left. */
export interface GrantBalance {
  readonly grant: string;
  readonly plan: string;
  readonly origin: GrantOrigin;
  readonly priority: number;
  readonly effectiveAt: string;
  readonly expiresAt: string | null;
  readonly grantedMilli: bigint;
  readonly drawnMilli: bigint;
  /** Rolled over into another grant, or given to another account. */
  readonly releasedMilli: bigint;
  readonly expiredMilli: bigint;
  readonly leftMilli: bigint;
}

interface BalanceRow {
  number: string;
  plan: string;
  origin: GrantOrigin;
  priority: number;
  effective_at: Date;
  expires_at: Date | null;
  quantity_milli: string;
  drawn_milli: string;
  released_milli: string;
  expired_milli: string;
}

@Injectable()
export class BalancesStore {
  async ofAccount(tx: Tx, accountId: number): Promise<GrantBalance[]> {
    const rows = await tx.rows<BalanceRow>(
      `SELECT g.number, d.code AS plan, g.origin, g.priority, g.effective_at, g.expires_at,
              g.quantity_milli, g.drawn_milli, g.released_milli, g.expired_milli
         FROM ciyuan.grant_bucket AS g JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id
        WHERE g.account_id = $1 ORDER BY g.priority, g.expires_at NULLS LAST, g.granted_at, g.number`,
      [accountId],
    );
    return rows.map((row) => ({
      grant: grantId(Number(row.number)),
      plan: row.plan,
      origin: row.origin,
      priority: row.priority,
      effectiveAt: formatInstant(row.effective_at.getTime()),
      expiresAt: row.expires_at === null ? null : formatInstant(row.expires_at.getTime()),
      grantedMilli: BigInt(row.quantity_milli),
      drawnMilli: BigInt(row.drawn_milli),
      releasedMilli: BigInt(row.released_milli),
      expiredMilli: BigInt(row.expired_milli),
      leftMilli:
        BigInt(row.quantity_milli) -
        BigInt(row.drawn_milli) -
        BigInt(row.released_milli) -
        BigInt(row.expired_milli),
    }));
  }
}
