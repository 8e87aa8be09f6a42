import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { JULY, JUNE, SMALL_MONTH, type BookedLine } from '../../../test/support/settled-month';
import { NOW, SettlementEngine, must } from '../../../test/support/settlement-engine';

const LATE: BookedLine = {
  accountingMonth: JULY,
  gross: '10.6',
  net: '10',
  tokens: 1_000_000,
  channel: 'shop',
};
const OWN: BookedLine = { usageMonth: JULY, gross: '106', net: '100', tokens: 20_000_000, channel: 'shop' };

describe('issuing a month', () => {
  let engine: SettlementEngine;
  beforeEach(async () => {
    engine = await SettlementEngine.start();
    await engine.months.openMarket();
    await engine.months.book(SMALL_MONTH);
  });
  afterEach(() => engine.stop());

  const sql = <Row extends object>(text: string): Promise<Row[]> => engine.months.sql<Row>(text);
  const approved = async (month = JUNE): Promise<number> => {
    const { id } = must(await engine.calculate(month));
    must(await engine.approve(id));
    return id;
  };
  const journal = async (runId: number) => {
    const rows = await sql<{ account: string; party: string | null; amount: string }>(
      `SELECT ledger_account AS account, j.party, trim_scale(amount)::text AS amount
         FROM ciyuan.journal_line AS j JOIN ciyuan.settlement_posting AS p USING (batch_id)
        WHERE account_id = 0 AND run_id = ${runId} ORDER BY 1, 2`,
    );
    return rows.map(
      ({ account, party, amount }) => `${[account, party].filter(Boolean).join(' ')} ${amount}`,
    );
  };
  const nothingWasWritten = async () => {
    expect(await sql('SELECT run_id FROM ciyuan.settlement_posting')).toEqual([]);
    expect(await sql('SELECT 1 FROM ciyuan.journal_line WHERE account_id = 0')).toEqual([]);
    expect(await sql("SELECT 1 FROM ciyuan.statement WHERE state = 'issued'")).toEqual([]);
    expect(await sql('SELECT month FROM ciyuan.accounting_month')).toEqual([]);
  };

  it('turns revenue into shares and tax, tells the parties and closes the month', async () => {
    const runId = await approved();
    expect(must(await engine.issue(runId))).toMatchObject({ state: 'posted', postedAt: NOW });
    expect(await journal(runId)).toEqual([
      'breakage_revenue 10',
      'operator_revenue carrier -50',
      'package_revenue 100',
      'partner_payable alpha -30',
      'partner_payable beta -15',
      'partner_payable east -30',
      'partner_payable shop -5',
      'partner_payable west -30',
      'tax_pending -3',
      'usage_revenue 53',
    ]);
    const issued = await sql<{ party: string; at: Date }>(
      "SELECT party, issued_at AS at FROM ciyuan.statement WHERE state = 'issued' ORDER BY 1",
    );
    expect(issued.map(({ party }) => party)).toEqual(['alpha', 'beta', 'carrier', 'east', 'shop', 'west']);
    expect(issued.every(({ at }) => at.getTime() === NOW)).toBe(true);
    expect(await sql('SELECT month, state FROM ciyuan.accounting_month')).toEqual([
      { month: JUNE, state: 'closed' },
    ]);
    expect(await sql('SELECT month, posted_by, waived_suspense FROM ciyuan.settlement_posting')).toEqual([
      { month: JUNE, posted_by: 'finance', waived_suspense: 0 },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('books what the fen leave to the rounding account', async () => {
    await engine.months.book([
      { plan: 'payg', kind: 'usage', gross: '0.000000000106', channel: 'shop' },
      { gross: '0.106', net: '0.104', channel: 'shop' },
    ]);
    const runId = await approved();
    must(await engine.issue(runId));
    expect((await journal(runId)).filter((line) => /^(rounding|tax)/.test(line))).toEqual([
      'rounding -0.004000000106',
      'tax_pending -3',
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('is refused for a month that is closed, and so is another calculation', async () => {
    const runId = await approved();
    must(await engine.issue(runId));
    expect(await engine.issue(runId)).toEqual({
      ok: false,
      refusal: { code: 'wrong_state', state: 'posted' },
    });
    expect(await engine.calculate(JUNE)).toEqual({
      ok: false,
      refusal: { code: 'month_closed', month: JUNE },
    });
  });

  it('is refused before the signature, and for a run that is not there', async () => {
    const { id } = must(await engine.calculate(JUNE));
    expect(await engine.issue(id)).toEqual({
      ok: false,
      refusal: { code: 'wrong_state', state: 'calculated' },
    });
    expect(await engine.issue(99)).toEqual({ ok: false, refusal: { code: 'not_found' } });
    await nothingWasWritten();
  });

  it('is refused as stale when something was booked since, and passes as a new version', async () => {
    const runId = await approved();
    await engine.months.book([{ gross: '0', net: '0', paid: false, tokens: 1 }]);
    expect(await engine.issue(runId)).toEqual({ ok: false, refusal: { code: 'stale' } });
    await nothingWasWritten();
    must(await engine.issue(await approved()));
    expect(await engine.violations()).toEqual([]);
  });

  it('waits for costs that nobody has priced', async () => {
    const runId = await approved();
    await engine.months.openCost(JULY);
    await engine.months.openCost(JUNE);
    expect(await engine.issue(runId, true)).toEqual({
      ok: false,
      refusal: { code: 'cost_suspense_open', count: 1 },
    });
    await nothingWasWritten();
    must(await engine.issue(runId, false, true));
    expect(await sql('SELECT waived_suspense, waived_costs FROM ciyuan.settlement_posting')).toEqual([
      { waived_suspense: 0, waived_costs: 1 },
    ]);
  });

  it('waits for records in suspense, unless somebody decides not to', async () => {
    const runId = await approved();
    await engine.months.openRecord('2026-05-31T15:59:59Z');
    await engine.months.openRecord('2026-06-30T15:59:59Z');
    await engine.months.openRecord('2026-06-30T16:00:00Z');
    expect(await engine.issue(runId)).toEqual({ ok: false, refusal: { code: 'suspense_open', count: 1 } });
    await nothingWasWritten();
    must(await engine.issue(runId, true));
    expect(await sql('SELECT waived_suspense FROM ciyuan.settlement_posting')).toEqual([
      { waived_suspense: 1 },
    ]);
  });

  it('keeps to the order of the months', async () => {
    await engine.months.book([OWN]);
    const july = await approved(JULY);
    expect(await engine.issue(july)).toEqual({
      ok: false,
      refusal: { code: 'earlier_month_open', month: JUNE },
    });
    await engine.settle(JUNE);
    must(await engine.issue(july));
    expect(await engine.violations()).toEqual([]);
  });

  it('is refused as stale when an earlier month was issued since that it adjusts', async () => {
    await engine.months.book([LATE, OWN]);
    const july = await approved(JULY);
    await engine.settle(JUNE);
    expect(await engine.issue(july)).toEqual({ ok: false, refusal: { code: 'stale' } });
    must(await engine.issue(await approved(JULY)));
    expect(await engine.violations()).toEqual([]);
  });

  it('waits for whoever still writes into the month, and then is stale', async () => {
    const runId = await approved();
    let issuing: Promise<unknown> = Promise.resolve();
    await engine.module.get(Database).transaction(async (tx) => {
      await engine.module.get(AccountingMonthsStore).assign(tx, [JUNE]);
      issuing = engine.issue(runId);
      await new Promise((wake) => setTimeout(wake, 200));
      await tx.rows(
        `INSERT INTO ciyuan.usage_rollup_delta
         SELECT (jsonb_populate_record(d, '{"batch_id": 0}')).* FROM ciyuan.usage_rollup_delta AS d WHERE line = 1`,
      );
    });
    expect(await issuing).toEqual({ ok: false, refusal: { code: 'stale' } });
  });

  it('happens once, however many ask for it', async () => {
    const runId = await approved();
    const answers = await Promise.all([engine.issue(runId), engine.issue(runId), engine.issue(runId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const late = answers.filter(({ ok }) => !ok);
    expect(late).toEqual(late.map(() => ({ ok: false, refusal: { code: 'wrong_state', state: 'posted' } })));
    expect(await sql('SELECT month FROM ciyuan.settlement_posting')).toHaveLength(1);
    expect(await engine.violations()).toEqual([]);
  });

  it('adjusts an issued month in the next one, by one line for each party', async () => {
    await engine.settle(JUNE);
    await engine.months.book([LATE, OWN]);
    const { id } = await engine.settle(JULY);
    const lines = await sql<{ line: string }>(
      `SELECT concat_ws(' ', party, line_kind, origin_month, records, tokens, trim_scale(gross), share_fen) AS line
         FROM ciyuan.statement_line AS l WHERE run_id = ${id} ORDER BY party, l.line`,
    );
    expect(lines.map(({ line }) => line)).toEqual([
      'alpha share 2026-07 1 20000000 106 3000',
      'alpha adjustment 2026-06 1 1000000 10.6 300',
      'carrier share 2026-07 1 20000000 106 2700',
      'carrier adjustment 2026-06 1 1000000 10.6 650',
      'east share 2026-07 1 20000000 106 4000',
      'east adjustment 2026-06 1 1000000 10.6 0',
      'shop share 2026-07 1 20000000 106 300',
      'shop adjustment 2026-06 1 1000000 10.6 50',
    ]);
    expect(await journal(id)).toEqual([
      'operator_revenue carrier -33.5',
      'package_revenue 110',
      'partner_payable alpha -33',
      'partner_payable east -40',
      'partner_payable shop -3.5',
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('adjusts an adjusted month again, from all that was issued for it', async () => {
    must(await engine.calculate(JUNE));
    await engine.settle(JUNE);
    await engine.months.book([LATE, OWN]);
    await engine.settle(JULY);
    await engine.months.book([{ ...LATE, accountingMonth: '2026-08' }]);
    await engine.settle('2026-08');
    const issued = await sql<{ party: string; fen: string }>(
      `SELECT l.party, sum(share_fen) AS fen
         FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id
        WHERE r.state = 'posted' AND l.origin_month = '${JUNE}' GROUP BY 1 ORDER BY 1`,
    );
    // At once: 120 net and 12 million tokens of the package. Vendor 36, owner 24 and 6 to its minimum, channel 6.
    expect(issued.map(({ party, fen }) => `${party} ${Number(fen) / 100}`)).toEqual([
      'alpha 36',
      'beta 15',
      'carrier 63',
      'east 30',
      'shop 6',
      'west 30',
    ]);
    expect(await engine.violations()).toEqual([]);
  });
});
