import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { IssuedShare, IssuedSplit } from '@ciyuan/core/settlement';
import { textArray, type Tx } from '@ciyuan/platform/database';

interface ShareRow {
  origin_month: string;
  party: string;
  currency: string;
  records: string;
  tokens: string;
  gross: string;
  share_fen: string;
}

interface SplitRow {
  origin_month: string;
  split_rule_version_id: string;
  currency: string;
  paid_fen: string;
  net_fen: string;
  tax_fen: string;
  usage_tax_fen: string;
  usage_tax_on_top: boolean;
}

/**
 * What runs posted for earlier months than `before` have stated for months: lines add up, so that adjustments of
 * adjustments need no other rule. What moved outside the splits is not restated.
 */
@Injectable()
export class IssuedFiguresStore {
  async shares(tx: Tx, originMonths: readonly string[], before: string): Promise<IssuedShare[]> {
    const rows = await tx.rows<ShareRow>(
      `SELECT l.origin_month, l.party, l.currency, sum(l.records) AS records, sum(l.tokens) AS tokens,
              sum(l.gross) AS gross, sum(l.share_fen) AS share_fen
         FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id AND r.state = 'posted'
        WHERE l.origin_month = ANY ($1::text[]) AND r.month < $2
          AND l.line_kind IN ('share','guarantee','adjustment')
        GROUP BY 1, 2, 3 ORDER BY 1, 2, l.currency COLLATE "C"`,
      [textArray(originMonths), before],
    );
    return rows.map((row) => ({
      originMonth: row.origin_month,
      party: row.party,
      currency: row.currency,
      records: BigInt(row.records),
      tokens: BigInt(row.tokens),
      gross: parseYuan(row.gross),
      shareFen: BigInt(row.share_fen),
    }));
  }

  async splits(tx: Tx, originMonths: readonly string[], before: string): Promise<IssuedSplit[]> {
    const rows = await tx.rows<SplitRow>(
      `SELECT s.origin_month, s.split_rule_version_id, s.currency, sum(s.paid_fen) AS paid_fen,
              sum(s.net_fen) AS net_fen, sum(s.tax_fen) AS tax_fen, sum(s.usage_tax_fen) AS usage_tax_fen,
              bool_or(s.usage_tax_on_top) AS usage_tax_on_top
         FROM ciyuan.settlement_split AS s JOIN ciyuan.settlement_run AS r ON r.id = s.run_id AND r.state = 'posted'
        WHERE s.origin_month = ANY ($1::text[]) AND r.month < $2
        GROUP BY 1, 2, 3 ORDER BY 1, 2, s.currency COLLATE "C"`,
      [textArray(originMonths), before],
    );
    return rows.map((row) => ({
      originMonth: row.origin_month,
      splitRuleVersionId: Number(row.split_rule_version_id),
      currency: row.currency,
      paidFen: BigInt(row.paid_fen),
      netFen: BigInt(row.net_fen),
      taxFen: BigInt(row.tax_fen),
      usageTaxFen: BigInt(row.usage_tax_fen),
      usageTaxOnTop: row.usage_tax_on_top,
    }));
  }
}
