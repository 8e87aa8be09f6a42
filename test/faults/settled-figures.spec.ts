import type { Engine } from '../support/engine';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { openSettledMarket } from '../support/settled-market';
import { Tampering } from '../support/tampering';

const ROWS: [string, string, string[]][] = [
  ['settlement_run', "state = 'posted'", []],
  ['settlement_run', "state = 'approved'", []],
  ['settlement_split', "origin_month = '2026-10' AND run_id = 1", []],
  ['settlement_split', "origin_month = '2026-10' AND run_id = 2", []],
  ['settlement_posting', 'true', []],
  ['statement', "party = 'zhipu' AND state = 'issued'", []],
  ['statement', "party = 'zhipu' AND state = 'approved'", []],
  ['statement_line', "party = 'zhipu' AND run_id = 1", []],
  ['statement_line', "line_kind = 'adjustment'", []],
  ['journal_line', "account_id = 0 and ledger_account = 'partner_payable'", []],
  ['journal_line', "account_id = 0 and ledger_account = 'operator_revenue'", []],
  ['journal_line', "account_id = 0 and ledger_account = 'tax_payable'", []],
  ['journal_line', "account_id = 0 and ledger_account = 'rounding'", []],
  ['accounting_month', "state = 'closed'", []],
];

describe('x', () => {
  let engine: Engine;
  let t: Tampering;
  beforeAll(async () => {
    engine = await openSettledMarket();
    t = await Tampering.asSuperuser(engine.urls);
  });
  afterAll(async () => {
    await t.end();
    await engine.stop();
  });
  it('x', async () => {
    expect(await engine.violations()).toEqual([]);
    for (const table of [
      'settlement_run',
      'settlement_split',
      'statement',
      'settlement_posting',
      'statement_line',
    ])
      console.log(table, JSON.stringify(await t.rows('select * from ' + table)));
    console.log(
      JSON.stringify(
        await t.rows(
          'select line, ledger_account, party, amount::text from journal_line where account_id = 0',
        ),
      ),
    );
  });
  it.each(ROWS)('%s %s', async (table, where, unseen) => {
    expect([await unseenChanges(t, table, where), await deletionIsSeen(t, table, where)]).toEqual([
      unseen,
      true,
    ]);
  });
});
