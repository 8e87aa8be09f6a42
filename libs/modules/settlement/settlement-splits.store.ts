import { Injectable } from '@nestjs/common';
import type { PlannedSplit } from '@ciyuan/core/settlement';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';
import type { RunTotals } from './settlement-run';

interface SplitRow {
  origin_month: string;
  split_rule_version_id: string;
  currency: string;
  line_count: number;
  paid_fen: string;
  net_fen: string;
  tax_fen: string;
  usage_tax_fen: string;
  usage_tax_on_top: boolean;
}

interface TotalsRow {
  currency: string;
  paid_fen: string;
  net_fen: string;
  tax_fen: string;
  statements: string | null;
  payable_fen: string | null;
}

const COLUMNS = [
  'run_id, origin_month, split_rule_version_id, currency, line_count, paid_fen, net_fen, tax_fen',
  'usage_tax_fen, usage_tax_on_top',
].join(', ');

/** What a run shared, by rule version, currency and month. */
@Injectable()
export class SettlementSplitsStore {
  async add(tx: Tx, runId: number, splits: readonly PlannedSplit[]): Promise<void> {
    const rows = splits.map(
      (one) =>
        `${runId}\t${one.originMonth}\t${one.splitRuleVersionId}\t${copyText(one.currency)}\t${one.lineCount}\t${one.paidFen}\t${one.netFen}\t${one.taxFen}\t${one.usageTaxFen}\t${one.usageTaxOnTop}\n`,
    );
    await tx.copyIn(`COPY ciyuan.settlement_split (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  async ofRun(tx: Tx, runId: number): Promise<PlannedSplit[]> {
    const rows = await tx.rows<SplitRow>(
      `SELECT * FROM ciyuan.settlement_split WHERE run_id = $1
        ORDER BY origin_month, split_rule_version_id, currency COLLATE "C"`,
      [runId],
    );
    return rows.map((row) => ({
      originMonth: row.origin_month,
      splitRuleVersionId: Number(row.split_rule_version_id),
      currency: row.currency,
      lineCount: row.line_count,
      paidFen: BigInt(row.paid_fen),
      netFen: BigInt(row.net_fen),
      taxFen: BigInt(row.tax_fen),
      usageTaxFen: BigInt(row.usage_tax_fen),
      usageTaxOnTop: row.usage_tax_on_top,
    }));
  }

  async totals(tx: Tx, runId: number): Promise<RunTotals[]> {
    const rows = await tx.rows<TotalsRow>(
      `SELECT s.currency, sum(s.paid_fen) AS paid_fen, sum(s.net_fen) AS net_fen, sum(s.tax_fen) AS tax_fen,
              max(t.statements) AS statements, max(t.payable_fen) AS payable_fen
         FROM ciyuan.settlement_split AS s
         LEFT JOIN (SELECT currency, count(*) AS statements, sum(payable_fen) AS payable_fen
                      FROM ciyuan.statement WHERE run_id = $1 GROUP BY currency) AS t USING (currency)
        WHERE s.run_id = $1 GROUP BY s.currency ORDER BY s.currency COLLATE "C"`,
      [runId],
    );
    return rows.map((row) => ({
      currency: row.currency,
      statements: Number(row.statements ?? 0),
      paidFen: BigInt(row.paid_fen),
      netFen: BigInt(row.net_fen),
      taxFen: BigInt(row.tax_fen),
      payableFen: BigInt(row.payable_fen ?? 0),
    }));
  }
}
