import { Injectable } from '@nestjs/common';
import { formatInstant, type Period } from '@ciyuan/core/kernel';
import { plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import type { AnchoredPeriod } from './chargeable-usage.store';

export type Anchor = Pick<AnchoredPeriod, 'zone' | 'anchorDay'>;

/** How much of billing waits. */
@Injectable()
export class BillingWorkStore {
  async runs(tx: Tx, { start, end }: Period): Promise<{ readonly ever: number; readonly open: number }> {
    const [row] = await tx.rows<{ ever: string; open: string }>(
      `SELECT count(*) AS ever, count(*) FILTER (WHERE r.state IN ('calculating','draft','finalising')
                AND r.cut_off > $1 AND r.cut_off <= $2) AS open
         FROM ciyuan.bill_run AS r`,
      [new Date(start), new Date(end)],
    );
    return { ever: Number(row?.ever), open: Number(row?.open) };
  }

  /** The ways to cut periods that accounts have. */
  async anchors(tx: Tx): Promise<Anchor[]> {
    const rows = await tx.rows<{ zone: string; anchor_day: number }>(
      'SELECT DISTINCT zone, anchor_day FROM ciyuan.account ORDER BY zone, anchor_day',
    );
    return rows.map((row) => ({ zone: row.zone, anchorDay: row.anchor_day }));
  }

  /** With usage of these periods that is priced and lies behind every final run that bills it. */
  async unbilledAccounts(tx: Tx, periods: readonly AnchoredPeriod[]): Promise<number> {
    if (periods.length === 0) return 0;
    const [row] = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count
         FROM unnest($1::text[], $2::smallint[], $3::timestamptz[], $4::timestamptz[]) AS p (zone, anchor_day, starts_at, ends_at)
         JOIN ciyuan.account AS a USING (zone, anchor_day)
         LEFT JOIN LATERAL (
           SELECT max(b.through_sequence) AS through FROM ciyuan.bill_run_account AS b
             JOIN ciyuan.bill_run AS r ON r.id = b.run_id AND r.state = 'final' AND r.cut_off >= p.ends_at
            WHERE b.account_id = a.account_id) AS billed ON true
        WHERE EXISTS (SELECT FROM ciyuan.usage_entry AS e
                       WHERE e.account_id = a.account_id AND e.at >= p.starts_at AND e.at < p.ends_at
                         AND e.usage_gross <> 0 AND e.sequence > coalesce(billed.through, 0))`,
      [
        textArray(periods.map(({ zone }) => zone)),
        plainArray(periods.map(({ anchorDay }) => anchorDay)),
        plainArray(periods.map(({ start }) => formatInstant(start))),
        plainArray(periods.map(({ end }) => formatInstant(end))),
      ],
    );
    return Number(row?.count);
  }

  async requestedAdjustments(tx: Tx, { start, end }: Period): Promise<number> {
    const [row] = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count FROM ciyuan.account_adjustment
        WHERE state = 'requested' AND requested_at >= $1 AND requested_at < $2`,
      [new Date(start), new Date(end)],
    );
    return Number(row?.count);
  }
}
