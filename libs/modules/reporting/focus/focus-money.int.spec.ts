import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import { AdjustmentsAndPayments } from '../../../../test/support/adjustments-and-payments';
import { BilledMarket } from '../../../../test/support/billed-market';
import { focusRowsOf, type FocusCells } from '../../../../test/support/focus-rows';
import type { SeededMarket } from '../../../../test/support/seeded-market';

const COLUMNS = ['ChargeCategory', 'ChargeDescription', 'BilledCost', 'EffectiveCost', 'x_EffectiveCostNet'];

/** What the account is charged by all journals but those that move what was charged: invoices and payments. */
async function charged(market: SeededMarket, account: string, month: string): Promise<string> {
  const [row] = await market.rows<{ amount: string }>(
    `SELECT coalesce(sum(j.amount), 0) AS amount FROM ciyuan.journal_line AS j JOIN ciyuan.account AS a USING (account_id)
      WHERE a.code = $1 AND j.accounting_month = $2 AND j.ledger_account IN ('receivable', 'unbilled_usage')
        AND j.batch_id NOT IN (SELECT batch_id FROM ciyuan.invoice_issue UNION ALL SELECT batch_id FROM ciyuan.invoice_void
                               UNION ALL SELECT batch_id FROM ciyuan.customer_payment)`,
    [account, month],
  );
  return formatYuan(parseYuan(row?.amount ?? '0'));
}

const sum = (rows: readonly FocusCells[], column: string): string =>
  formatYuan(rows.reduce((total, row) => total + parseYuan(row[column] ?? '0'), 0n));
const byHand = (rows: readonly FocusCells[]): string[] =>
  rows
    .filter((row) => row['x_Plan'] === null)
    .map((row) => [...COLUMNS, 'InvoiceId'].map((name) => row[name] ?? '-').join(' '));

describe('money by hand in a FOCUS file', () => {
  it('has a row for each credit, debit and refund, and none for payments', async () => {
    const story = await AdjustmentsAndPayments.open();
    try {
      await story.ask('goodwill', '50.00', 'desk operations');
      await story.ask('manual_debit', '2.12', 'desk finance');
      await story.sign(2, 'chen checker');
      await story.pay('1200.00', 'P-1');
      await story.ask('refund', '20.00', 'desk finance');
      await story.sign(3, 'chen checker');
      await story.ask('goodwill', '1060.00', 'desk finance');
      const rows = await focusRowsOf(story.market, 'wang', '2026-10');
      // What is only asked for is no charge yet.
      expect(byHand(rows)).toEqual([
        'Adjustment Debit #2 2.12 2.12 2 -',
        'Adjustment Refund #3 20 0 0 -',
        'Credit Goodwill credit #1 -50 -50 -47.17 -',
      ]);
      expect(sum(rows, 'BilledCost')).toBe(await charged(story.market, 'wang', '2026-10'));
      expect(sum(rows, 'BilledCost')).toBe('-17.98');
    } finally {
      await story.market.stop();
    }
  });

  it('has a row for a credit note, under its number, and nothing more because something was invoiced', async () => {
    const story = await BilledMarket.open();
    try {
      await story.tellTwoMonths();
      const before = await focusRowsOf(story.market, 'lone', '2026-10');
      const [issued] = await story.market.rows<{ number: string; line: number; gross_fen: string }>(
        `SELECT i.number, l.line, l.gross_fen FROM ciyuan.invoice_issue AS i JOIN ciyuan.invoice_line AS l USING (invoice_id)
           JOIN ciyuan.account AS a USING (account_id) WHERE a.code = 'lone' AND l.gross_fen > 106 ORDER BY 1, 2 LIMIT 1`,
      );
      await story.credited(issued?.number ?? '', issued?.line ?? 0, 106n);
      expect(await focusRowsOf(story.market, 'lone', '2026-10')).toEqual(before);
      const december = await focusRowsOf(story.market, 'lone', '2026-12');
      expect(byHand(december)).toEqual([
        expect.stringMatching(/^Credit Credit note CN-2026-CNY-000001 -1\.06 -1\.06 -1 CN-2026-CNY-000001$/),
      ]);
      expect(sum(december, 'BilledCost')).toBe(await charged(story.market, 'lone', '2026-12'));
    } finally {
      await story.stop();
    }
  });
});
