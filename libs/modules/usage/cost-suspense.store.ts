import { Injectable } from '@nestjs/common';
import type { Correction, CostGap } from '@ciyuan/core/charging';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import { copyChunks, copyText, plainArray, type Tx } from '@ciyuan/platform/database';

export interface AccountWithGaps {
  readonly accountId: number;
  readonly accountCode: string;
  /** Of the records with gaps, both inclusive. */
  readonly first: Instant;
  readonly last: Instant;
}

/** Costs that no book of their party prices: they block the close and never the customer. */
@Injectable()
export class CostSuspenseStore {
  async open(tx: Tx, gaps: readonly (CostGap & { readonly usageMonth: string })[]): Promise<void> {
    if (gaps.length === 0) return;
    const rows = gaps.map(
      (gap) =>
        `${gap.accountId}\t${formatInstant(gap.at)}\t${gap.sequence}\t${gap.role}\t${gap.usageMonth}\t${copyText(gap.party)}\t${copyText(gap.detail)}\n`,
    );
    await tx.copyIn(
      'COPY ciyuan.cost_suspense (account_id, at, sequence, role, usage_month, party, detail) FROM STDIN',
      copyChunks(rows),
    );
  }

  /** Closes the gaps of ratings that were taken back: what stands in their place lacks nothing, or has a gap of its own. */
  async settle(tx: Tx, corrections: readonly Correction[]): Promise<void> {
    const reversals = corrections.filter((one) => one.kind === 'reversal');
    if (reversals.length === 0) return;
    await tx.rows(
      `UPDATE ciyuan.cost_suspense AS s SET settled_sequence = t.sequence
         FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS t (account_id, reversed, sequence)
        WHERE s.account_id = t.account_id AND s.sequence = t.reversed AND s.settled_sequence IS NULL`,
      [
        plainArray(reversals.map((one) => one.rating.accountId)),
        plainArray(reversals.map((one) => one.reversedSequence as number)),
        plainArray(reversals.map((one) => one.rating.sequence)),
      ],
    );
  }

  /** The next accounts after one, in the order of their ids, with open gaps in a usage month, and of which instants. */
  async accountsWithGaps(
    tx: Tx,
    usageMonth: string,
    afterAccountId: number,
    limit: number,
  ): Promise<AccountWithGaps[]> {
    const rows = await tx.rows<{ account_id: string; code: string; first: Date; last: Date }>(
      `SELECT g.account_id, a.code, g.first, g.last
         FROM (SELECT account_id, min(at) AS first, max(at) AS last FROM ciyuan.cost_suspense
                WHERE usage_month = $1 AND settled_sequence IS NULL AND account_id > $2
                GROUP BY account_id ORDER BY account_id LIMIT $3) AS g
         JOIN ciyuan.account AS a ON a.account_id = g.account_id ORDER BY g.account_id`,
      [usageMonth, afterAccountId, limit],
    );
    return rows.map((row) => ({
      accountId: Number(row.account_id),
      accountCode: row.code,
      first: row.first.getTime(),
      last: row.last.getTime(),
    }));
  }
}
