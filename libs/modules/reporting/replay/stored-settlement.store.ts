import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { FigureRows } from './figures';

const OF_RUN = `
  SELECT format('settlement_run %s', id) AS figure, jsonb_build_object('input_digest', input_digest) AS columns
    FROM ciyuan.settlement_run WHERE id = $1
  UNION ALL SELECT format('settlement_split %s %s %s', origin_month, split_rule_version_id, currency),
         jsonb_build_object('line_count', line_count::text, 'paid_fen', paid_fen::text, 'net_fen', net_fen::text,
           'tax_fen', tax_fen::text, 'usage_tax_fen', usage_tax_fen::text,
           'usage_tax_on_top', usage_tax_on_top::text)
    FROM ciyuan.settlement_split WHERE run_id = $1
  UNION ALL SELECT format('statement %s %s', party, currency),
         jsonb_build_object('kind', kind, 'month', month, 'version', version::text, 'share_fen', share_fen::text, 'vat_fen', vat_fen::text,
           'withholding_fen', withholding_fen::text, 'held_fen', held_fen::text,
           'released_fen', released_fen::text, 'payable_fen', payable_fen::text)
    FROM ciyuan.statement WHERE run_id = $1
  UNION ALL SELECT format('statement_holdback %s %s %s %s', party, currency, kind, held_month),
         jsonb_build_object('release_month', release_month, 'fen', fen::text)
    FROM ciyuan.statement_holdback WHERE run_id = $1
  UNION ALL SELECT format('statement_basis %s %s %s', party, currency, month),
         jsonb_build_object('basis', basis, 'share_fen', share_fen::text, 'taken_back_fen', taken_back_fen::text,
           'held_before_fen', held_before_fen::text, 'held_fen', held_fen::text)
    FROM ciyuan.statement_basis WHERE run_id = $1
  UNION ALL SELECT format('account_cover %s %s %s %s', account_id, currency, month, basis),
         jsonb_build_object('earlier', trim_scale(earlier)::text, 'revenue', trim_scale(revenue)::text,
           'money', trim_scale(money)::text)
    FROM ciyuan.account_cover WHERE run_id = $1
  UNION ALL SELECT format('statement_line %s %s %s', party, currency, line),
         jsonb_build_object('line_kind', line_kind, 'origin_month', origin_month,
           'split_rule_version_id', coalesce(split_rule_version_id::text, ''),
           'plan_version_id', coalesce(plan_version_id::text, ''), 'model', coalesce(model, ''),
           'vendor', coalesce(vendor, ''), 'compute_owner', coalesce(compute_owner, ''),
           'channel', coalesce(channel, ''), 'chip_kind', coalesce(chip_kind, ''), 'kind', coalesce(kind, ''),
           'paid', coalesce(paid::text, ''), 'records', records::text, 'tokens', tokens::text,
           'gross', trim_scale(gross)::text, 'share_fen', share_fen::text,
           'counterparty', coalesce(counterparty, ''), 'reference', coalesce(reference, ''))
    FROM ciyuan.statement_line WHERE run_id = $1`;

/** The operator's own books of the month, and what else names the write that issued it. */
const OF_ISSUE = `
  SELECT format('settlement_posting %s', month) AS figure, jsonb_build_object('run_id', run_id::text) AS columns
    FROM ciyuan.settlement_posting WHERE month = $1
  UNION ALL SELECT concat_ws(' ', 'journal_line of', CASE WHEN p.month IS NULL THEN 'batch ' || l.batch_id ELSE 'the issue' END,
           l.account_id, l.accounting_month, l.asset, l.ledger_account, coalesce(l.party, '-')),
         jsonb_build_object('amount', trim_scale(sum(l.amount))::text)
    FROM ciyuan.journal_line AS l LEFT JOIN ciyuan.settlement_posting AS p ON p.batch_id = l.batch_id AND p.month = $1
   WHERE (l.account_id = 0 AND l.accounting_month = $1
          AND NOT EXISTS (SELECT FROM ciyuan.payout_posting AS o WHERE o.batch_id = l.batch_id)) OR p.month = $1
   GROUP BY p.month, l.batch_id, l.account_id, l.accounting_month, l.asset, l.ledger_account, l.party`;

/** What settlement has stored: of a run its splits and statements with their lines, of a month the journal of its issue. */
@Injectable()
export class StoredSettlementStore {
  ofRun(tx: Tx, runId: number): Promise<FigureRows> {
    return figures(tx, OF_RUN, runId);
  }

  ofIssue(tx: Tx, month: string): Promise<FigureRows> {
    return figures(tx, OF_ISSUE, month);
  }
}

async function figures(tx: Tx, statement: string, of: string | number): Promise<FigureRows> {
  const rows = await tx.rows<{ figure: string; columns: Record<string, string> }>(statement, [of]);
  return new Map(rows.map(({ figure, columns }) => [figure, columns]));
}
