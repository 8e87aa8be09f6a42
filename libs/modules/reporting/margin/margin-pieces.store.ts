import { Injectable } from '@nestjs/common';
import { parseYuan, type PicoYuan } from '@ciyuan/core/kernel';
import type { RollupKind } from '@ciyuan/core/settlement';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { textArray, type Tx } from '@ciyuan/platform/database';
import type { MarginDimension, MarginGrouping } from './margin-dimension';
import { WHOLE_MONTH_KIND, type SharePiece, type TokenPiece } from './margin-pieces';

/** Half of the names is of a statement line or a roll-up delta alike, the plan is that of its version. */
const COLUMN: Readonly<Record<MarginDimension, string>> = {
  model: 'l.model',
  vendor: 'l.vendor',
  computeOwner: 'l.compute_owner',
  plan: 'd.code',
  channel: 'l.channel',
  chipKind: 'l.chip_kind',
};

/** What issuing a month booked in a currency, as its journal has it. */
export interface IssuedMonth {
  readonly month: string;
  readonly currency: string;
  readonly operatorRevenue: PicoYuan;
  readonly partnerPayable: PicoYuan;
}

interface KeyRow {
  month: string;
  currency: string;
  values: (string | null)[];
  kind: RollupKind;
}

/** What margins are made of, summed up by the dimensions that are asked for. */
@Injectable()
export class MarginPiecesStore {
  async postedMonths(tx: Tx, from: string, until: string): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ month: string }>(
      "SELECT month FROM ciyuan.settlement_run WHERE state = 'posted' AND month BETWEEN $1 AND $2",
      [from, until],
    );
    return new Set(rows.map(({ month }) => month));
  }

  /** Of posted runs. */
  async shares(
    tx: Tx,
    span: readonly [string, string],
    by: MarginGrouping,
    operators: readonly string[],
  ): Promise<SharePiece[]> {
    const rows = await tx.rows<
      KeyRow & { line_kind: string; paid: boolean | null; own: boolean; share_fen: string }
    >(
      `SELECT r.month, l.currency, l.line_kind, ARRAY[${columns(by)}] AS values, l.kind, l.paid,
              l.party = ANY ($3::text[]) AS own, sum(l.share_fen) AS share_fen
         FROM ciyuan.settlement_run AS r JOIN ciyuan.statement_line AS l ON l.run_id = r.id
         LEFT JOIN ciyuan.catalogue_document AS d ON d.id = l.plan_version_id
        WHERE r.state = 'posted' AND r.month BETWEEN $1 AND $2 GROUP BY 1, 2, 3, 4, 5, 6, 7`,
      [...span, textArray(operators)],
    );
    return rows.map(({ line_kind: lineKind, own: isOperators, share_fen: fen, ...row }) => ({
      ...row,
      lineKind,
      isOperators,
      shareFen: BigInt(fen),
    }));
  }

  /** By accounting month; what was booked for an earlier month than that is of no dimension, as in its statement. */
  async tokens(tx: Tx, span: readonly [string, string], by: MarginGrouping): Promise<TokenPiece[]> {
    const sums = TOKEN_CLASSES.map((name) => `sum(l.${name})`).join(', ');
    const rows = await tx.rows<KeyRow & { own: boolean; paid: boolean; records: string; classes: string[] }>(
      `SELECT l.accounting_month AS month, l.currency, l.usage_month = l.accounting_month AS own,
              CASE WHEN l.usage_month = l.accounting_month THEN ARRAY[${columns(by)}]
                ELSE array_fill(NULL::text, ARRAY[${by.length}]) END AS values,
              l.kind, l.paid, sum(l.records) AS records, ARRAY[${sums}]::text[] AS classes
         FROM ciyuan.usage_rollup_delta AS l
         LEFT JOIN ciyuan.catalogue_document AS d ON d.id = l.plan_version_id
        WHERE l.accounting_month BETWEEN $1 AND $2 GROUP BY 1, 2, 3, 4, 5, 6`,
      [...span],
    );
    return rows.map(({ own, records, classes, ...row }) => ({
      ...row,
      lineKind: own ? 'share' : WHOLE_MONTH_KIND,
      records: BigInt(records),
      classes: classes.map(BigInt),
    }));
  }

  async issued(tx: Tx, span: readonly [string, string]): Promise<IssuedMonth[]> {
    const rows = await tx.rows<{ month: string; currency: string; operator: string; partners: string }>(
      `SELECT p.month, j.asset AS currency,
              coalesce(-sum(j.amount) FILTER (WHERE j.ledger_account IN ('operator_revenue', 'currency_clearing')), 0) AS operator,
              coalesce(-sum(j.amount) FILTER (WHERE j.ledger_account = 'partner_payable'), 0) AS partners
         FROM ciyuan.settlement_posting AS p
         JOIN ciyuan.journal_line AS j ON j.account_id = 0 AND j.batch_id = p.batch_id
        WHERE p.month BETWEEN $1 AND $2 GROUP BY 1, 2 ORDER BY 1, j.asset COLLATE "C"`,
      [...span],
    );
    return rows.map(({ month, currency, operator, partners }) => ({
      month,
      currency,
      operatorRevenue: parseYuan(operator),
      partnerPayable: parseYuan(partners),
    }));
  }
}

const columns = (by: MarginGrouping): string => by.map((name) => COLUMN[name]).join(', ');
