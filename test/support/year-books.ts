import { formatFen, MS_PER_DAY } from '@ciyuan/core/kernel';
import { ReadTrialBalance } from '@ciyuan/modules/reporting';
import { ListStatements, type Statement } from '@ciyuan/modules/settlement';
import type { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';
import { lineText } from './statement-text';

const PARTIES = ['alpha', 'beta', 'north', 'south', 'shop', 'operator'];
const MOST = 100;
/** The accounts whose balances the story tells, as they are at the end of an accounting month. */
const BALANCES = [
  'receivable',
  'unbilled_usage',
  'tax_pending',
  'deferred_revenue',
  'deferred_shortfall',
  'partner_payable',
] as const;

/** Statements against their lines, splits net and tax against paid, and all shares against all splits of the run. */
const FOOTED = `
  WITH run AS (SELECT id FROM ciyuan.settlement_run WHERE month = $1 AND state = 'posted' AND kind = 'settlement'),
  shared AS (SELECT currency, sum(share_fen) AS fen FROM ciyuan.statement JOIN run ON run.id = run_id GROUP BY 1),
  split AS (SELECT currency, sum(net_fen) AS fen FROM ciyuan.settlement_split JOIN run ON run.id = run_id GROUP BY 1)
  SELECT concat_ws(' ', 'shares', shared.fen, 'of', split.fen, currency) AS fault
    FROM shared FULL JOIN split USING (currency) WHERE shared.fen IS DISTINCT FROM split.fen
  UNION ALL
  SELECT concat_ws(' ', 'lines of', s.party) FROM ciyuan.statement AS s JOIN run ON run.id = s.run_id
   WHERE s.share_fen <> (SELECT sum(l.share_fen) FROM ciyuan.statement_line AS l
                          WHERE (l.run_id, l.party, l.currency) = (s.run_id, s.party, s.currency))
  UNION ALL
  SELECT concat_ws(' ', 'split', paid_fen) FROM ciyuan.settlement_split JOIN run ON run.id = run_id
   WHERE paid_fen <> net_fen + tax_fen
  UNION ALL
  SELECT 'no run' WHERE (SELECT count(*) FROM run) <> 1`;

/** What a year's months come to, as statements and as the ledger has them. */
export class YearBooks {
  constructor(
    private readonly market: SeededMarket,
    private checkedTo: number,
  ) {}

  async statements(month: string): Promise<readonly Statement[]> {
    const page = { month, sort: 'party', limit: MOST } as const;
    return (await this.market.engine.get(ListStatements).run(page)).items.filter(
      ({ kind }) => kind === 'settlement',
    );
  }

  /** Of each party of a month, in yuan: alpha, beta, north, south, shop, operator. */
  async shares(month: string): Promise<string> {
    const statements = await this.statements(month);
    const of = (party: string): bigint => statements.find((one) => one.party === party)?.shareFen ?? 0n;
    return PARTIES.map((party) => formatFen(of(party))).join(' ');
  }

  /** Of each party, of all that was issued. */
  async sharesOfAll(): Promise<string> {
    const rows = await this.market.rows<{ party: string; fen: string }>(
      `SELECT party, sum(share_fen)::text AS fen FROM ciyuan.statement AS s
         JOIN ciyuan.settlement_run AS r ON r.id = s.run_id AND r.state = 'posted' GROUP BY 1`,
    );
    const of = (name: string): bigint => BigInt(rows.find(({ party }) => party === name)?.fen ?? 0);
    return PARTIES.map((party) => formatFen(of(party))).join(' ');
  }

  /** Lines of the month's statements that are no shares of its own revenue, by party. */
  async besides(month: string): Promise<string[]> {
    const lines: string[] = [];
    for (const statement of await this.statements(month))
      for (const line of await this.market.linesOf(statement))
        if (line.key === null) lines.push(`${statement.party} ${lineText(line)}`);
    return lines.sort();
  }

  /** What accounts came to on the books of customers, up to an accounting month. */
  async charged(month: string, accounts: readonly string[]): Promise<Record<string, string>> {
    const rows = await this.market.rows<{ account: string; amount: string }>(
      `SELECT ledger_account AS account, trim_scale(sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE accounting_month <= $1 AND ledger_account = ANY($2) AND account_id > 0 GROUP BY 1`,
      [month, accounts],
    );
    return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
  }

  /** Every account of money that has something on it. */
  async left(): Promise<Record<string, string>> {
    const rows = await this.market.rows<{ account: string; amount: string }>(
      `SELECT ledger_account AS account, trim_scale(sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE asset = 'CNY' GROUP BY 1 HAVING sum(amount) <> 0`,
    );
    return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
  }

  /** What the accounts of BALANCES came to with everything that is booked up to a month; debits are positive. */
  async balances(month: string): Promise<string> {
    const rows = await this.market.rows<{ account: string; amount: string }>(
      `SELECT ledger_account AS account, trim_scale(sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE accounting_month <= $1 AND ledger_account = ANY($2) GROUP BY 1`,
      [month, BALANCES],
    );
    return BALANCES.map((name) => rows.find(({ account }) => account === name)?.amount ?? '0').join(' ');
  }

  /** What of a month's statements and splits does not foot: nothing, if all is well. */
  async faultsOf(month: string): Promise<string[]> {
    const rows = await this.market.rows<{ fault: string }>(FOOTED, [month]);
    return rows.map(({ fault }) => fault);
  }

  /** The days, since it was asked last, on which the ledger did not balance. */
  async unbalancedDays(): Promise<string[]> {
    const odd: string[] = [];
    const now = this.market.engine.clock.now();
    for (; this.checkedTo <= now; this.checkedTo += MS_PER_DAY) {
      const balance = must(
        await this.market.engine.get(ReadTrialBalance).run({ span: { at: this.checkedTo } }),
      );
      if (!balance.isBalanced) odd.push(new Date(this.checkedTo).toISOString());
    }
    return odd;
  }
}
