import { Injectable } from '@nestjs/common';
import { lastPurchaseMonth } from '@ciyuan/core/catalogue';
import { pattern } from '@ciyuan/core/kernel';
import {
  purchaseReference,
  type Advance,
  type HeldBack,
  type Purchase,
  type PurchaseCount,
} from '@ciyuan/core/settlement';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import type { Tx } from '@ciyuan/platform/database';
import type { AgreedPurchase } from './month-agreements';

interface HeldRow {
  party: string;
  currency: string;
  held_month: string;
  release_month: string;
  fen: string;
}

const TOKENS = TOKEN_CLASSES.map((name) => `d.${name}`).join(' + ');

/**
 * Runs that were posted before the one of the first parameter, or all where that is null, whatever their months. Numbers
 * of batches say nothing of their order: each connection has a few in store.
 */
export const BEFORE = `SELECT r.id, r.month FROM ciyuan.settlement_run AS r
    JOIN ciyuan.settlement_posting AS p ON p.run_id = r.id
   WHERE coalesce((p.posted_at, p.run_id) < (SELECT o.posted_at, o.run_id FROM ciyuan.settlement_posting AS o
                                               WHERE o.run_id = $1::bigint), true)`;

/** What was issued by contracts before a run was posted; before now where `posted`, the run's id, is null. */
@Injectable()
export class ContractFiguresStore {
  async advances(tx: Tx, posted: number | null): Promise<Advance[]> {
    const rows = await tx.rows<{ party: string; currency: string; fen: string }>(
      `WITH before AS (${BEFORE})
       SELECT l.party, l.currency, sum(l.share_fen) AS fen
         FROM ciyuan.statement_line AS l JOIN before AS b ON b.id = l.run_id
         JOIN ciyuan.party AS p ON p.code = l.party AND NOT 'operator' = ANY (p.kinds)
        WHERE l.line_kind IN ('advance','recoupment')
        GROUP BY 1, 2 HAVING sum(l.share_fen) > 0 ORDER BY 1, l.currency COLLATE "C"`,
      [posted],
    );
    return rows.map(({ party, currency, fen }) => ({ party, currency, fen: BigInt(fen) }));
  }

  /** What is held back of issued statements and was not released, the earliest months first. */
  async heldBack(tx: Tx, posted: number | null): Promise<HeldBack[]> {
    const rows = await tx.rows<HeldRow>(
      `WITH before AS (${BEFORE})
       SELECT h.party, h.currency, h.held_month, h.release_month, h.fen
         FROM ciyuan.statement_holdback AS h JOIN before AS b ON b.id = h.run_id
        WHERE h.kind = 'held' AND NOT EXISTS (
          SELECT FROM ciyuan.statement_holdback AS o JOIN before AS p ON p.id = o.run_id
           WHERE o.kind = 'released' AND (o.party, o.currency, o.held_month) = (h.party, h.currency, h.held_month))
        ORDER BY h.party COLLATE "C", h.currency COLLATE "C", h.held_month`,
      [posted],
    );
    return rows.map((row) => ({
      party: row.party,
      currency: row.currency,
      month: row.held_month,
      releaseMonth: row.release_month,
      fen: BigInt(row.fen),
    }));
  }

  /** The promise with what counts towards it in `month`: tokens booked by then, shares and shortfalls issued before. */
  async purchase(tx: Tx, agreed: AgreedPurchase, month: string, posted: number | null): Promise<Purchase> {
    const { party, currency, purchase } = agreed;
    const [row] = await tx.rows<{ fen: string | null; lines: string }>(
      `WITH before AS (${BEFORE})
       SELECT sum(l.share_fen) AS fen, count(*) AS lines
         FROM ciyuan.statement_line AS l JOIN before AS b ON b.id = l.run_id
        WHERE l.line_kind = 'commitment' AND l.party = $2 AND l.currency = $3
          AND starts_with(l.reference, $4)`,
      [posted, party, currency, purchaseReference(party, purchase)],
    );
    const counts =
      purchase.tokens === undefined
        ? await shares(tx, agreed, posted)
        : await tokens(tx, agreed, month, posted);
    return { ...agreed, counts, issuedFen: BigInt(row?.fen ?? 0), issuedLines: Number(row?.lines ?? 0) };
  }
}

/** Of the lines that the party is the vendor or the compute owner of. */
async function tokens(
  tx: Tx,
  { party, purchase }: AgreedPurchase,
  month: string,
  posted: number | null,
): Promise<PurchaseCount[]> {
  const rows = await tx.rows<{ month: string; model: string; tokens: string }>(
    `WITH before AS (${BEFORE})
     SELECT d.usage_month AS month, d.model, sum(${TOKENS}) AS tokens FROM ciyuan.usage_rollup_delta AS d
      WHERE (d.vendor = $2 OR d.compute_owner = $2) AND d.model IS NOT NULL
        AND d.usage_month BETWEEN $3 AND $4
        AND (d.accounting_month = $5 OR ($1::bigint IS NULL AND d.accounting_month < $5)
             OR d.accounting_month IN (SELECT month FROM before))
      GROUP BY 1, 2 ORDER BY 1, d.model COLLATE "C"`,
    [posted, party, purchase.from, lastPurchaseMonth(purchase), month],
  );
  const counted = pattern(purchase.models ?? '*');
  const sums = new Map<string, bigint>();
  for (const row of rows)
    if (counted.matches(row.model)) sums.set(row.month, (sums.get(row.month) ?? 0n) + BigInt(row.tokens));
  return [...sums].map(([of, sum]) => ({ month: of, tokens: sum, shareFen: 0n }));
}

async function shares(
  tx: Tx,
  { party, currency, purchase }: AgreedPurchase,
  posted: number | null,
): Promise<PurchaseCount[]> {
  const rows = await tx.rows<{ month: string; fen: string }>(
    `WITH before AS (${BEFORE})
     SELECT l.origin_month AS month, sum(l.share_fen) AS fen
       FROM ciyuan.statement_line AS l JOIN before AS b ON b.id = l.run_id
      WHERE l.line_kind IN ('share','guarantee','conversion','adjustment') AND l.party = $2 AND l.currency = $3
        AND l.origin_month BETWEEN $4 AND $5
      GROUP BY 1 ORDER BY 1`,
    [posted, party, currency, purchase.from, lastPurchaseMonth(purchase)],
  );
  return rows.map((row) => ({ month: row.month, tokens: 0n, shareFen: BigInt(row.fen) }));
}
