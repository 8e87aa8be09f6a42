import { Injectable } from '@nestjs/common';
import type { HeldBasis } from '@ciyuan/core/catalogue';
import type { RollupKind, HeldLine, OutstandingMonth } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { BEFORE } from '../contracts/contract-figures.store';

interface MonthRow {
  party: string;
  currency: string;
  month: string;
  basis: HeldBasis;
  held_fen: string;
  moved_fen: string;
}

interface LineRow {
  party: string;
  currency: string;
  month: string;
  plan_version_id: string;
  model: string | null;
  vendor: string | null;
  compute_owner: string | null;
  channel: string | null;
  chip_kind: string | null;
  kind: RollupKind;
  paid: boolean;
  share_fen: string;
}

/** What was held last of each month, where that is something. */
const HELD = `before AS (${BEFORE}), latest AS (
  SELECT DISTINCT ON (b.party, b.currency, b.month) b.party, b.currency, b.month, b.basis, b.held_fen
    FROM ciyuan.statement_basis AS b JOIN before AS r ON r.id = b.run_id
    JOIN ciyuan.settlement_posting AS p ON p.run_id = b.run_id
   ORDER BY b.party, b.currency, b.month, p.posted_at DESC, p.run_id DESC
), held AS (SELECT * FROM latest WHERE held_fen > 0)`;

const MONTHS = `WITH ${HELD}
SELECT h.*, (SELECT coalesce(sum(l.share_fen), 0) FROM ciyuan.statement_line AS l JOIN before AS r ON r.id = l.run_id
              WHERE (l.party, l.currency, l.origin_month) = (h.party, h.currency, h.month)
                AND l.line_kind IN ('adjustment','clawback','dispute')) AS moved_fen
  FROM held AS h ORDER BY h.party COLLATE "C", h.currency COLLATE "C", h.month`;

const LINES = `WITH ${HELD}
SELECT l.party, l.currency, r.month, l.plan_version_id, l.model, l.vendor, l.compute_owner, l.channel, l.chip_kind, l.kind,
       l.paid, l.share_fen
  FROM held AS h JOIN before AS r ON r.month = h.month
  JOIN ciyuan.statement_line AS l
    ON (l.run_id, l.party, l.currency, l.origin_month) = (r.id, h.party, h.currency, h.month)
   AND l.line_kind = 'share' AND l.share_fen > 0
 ORDER BY l.party COLLATE "C", l.currency COLLATE "C", r.month, l.line`;

/** Months whose shares still waited before a run was posted; before now where `posted`, the run's id, is null. */
@Injectable()
export class OutstandingMonthsStore {
  async before(tx: Tx, posted: number | null): Promise<OutstandingMonth[]> {
    const months = await tx.rows<MonthRow>(MONTHS, [posted]);
    if (months.length === 0) return [];
    const lines = new Map<string, HeldLine[]>();
    for (const row of await tx.rows<LineRow>(LINES, [posted])) {
      const key = keyOf(row);
      lines.set(key, [...(lines.get(key) ?? []), lineOf(row)]);
    }
    return months.map((row) => ({
      party: row.party,
      currency: row.currency,
      month: row.month,
      basis: row.basis,
      heldFen: BigInt(row.held_fen),
      movedFen: BigInt(row.moved_fen),
      lines: lines.get(keyOf(row)) ?? [],
    }));
  }
}

const keyOf = ({ party, currency, month }: Pick<MonthRow, 'party' | 'currency' | 'month'>): string =>
  `${party} ${currency} ${month}`;

const lineOf = (row: LineRow): HeldLine => ({
  key: {
    planVersionId: Number(row.plan_version_id),
    model: row.model,
    vendor: row.vendor,
    computeOwner: row.compute_owner,
    channel: row.channel,
    chipKind: row.chip_kind,
    kind: row.kind,
    paid: row.paid,
  },
  shareFen: BigInt(row.share_fen),
});
