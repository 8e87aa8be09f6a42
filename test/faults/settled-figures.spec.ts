import type { Engine } from '../support/engine';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { openSettledMarket } from '../support/settled-market';
import { Tampering } from '../support/tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';

const ANOTHER_RUN = `INSERT INTO settlement_run (month, version, state, input_digest, created_at, created_by)
  VALUES ('2026-10', 9, 'calculated', '', now(), 'maker') RETURNING id`;
const COPIED_STATEMENT = `INSERT INTO statement SELECT run.id, s.party, s.currency, s.month, 9, s.state, s.share_fen,
    s.vat_fen, s.withholding_fen, s.payable_fen, s.issued_at
   FROM statement AS s CROSS JOIN (SELECT max(id) AS id FROM settlement_run) AS run WHERE s.state = 'issued'`;

const ATTACKS: readonly (readonly [what: string, sqlState: string, ...statements: readonly string[]])[] = [
  ['a second issued statement of a month', TWICE, ANOTHER_RUN, COPIED_STATEMENT],
  [
    'a second posted run of a month',
    TWICE,
    ANOTHER_RUN,
    "UPDATE settlement_run SET state = 'approved', approved_by = 'checker', approved_at = now() WHERE version = 9",
    "UPDATE settlement_run SET state = 'posted', posted_at = now() WHERE version = 9",
  ],
  [
    'a run approved by its author',
    BROKEN_LAW,
    ANOTHER_RUN,
    "UPDATE settlement_run SET state = 'approved', approved_by = 'maker', approved_at = now() WHERE version = 9",
  ],
  [
    'a run approved by nobody',
    BROKEN_LAW,
    ANOTHER_RUN,
    "UPDATE settlement_run SET state = 'approved' WHERE version = 9",
  ],
  ['another signature', NO_RIGHT, "UPDATE settlement_run SET approved_by = 'somebody' WHERE id = 2"],
  ['another author', NO_RIGHT, "UPDATE settlement_run SET created_by = 'somebody' WHERE id = 2"],
  ['an approval taken back', NO_RIGHT, "UPDATE settlement_run SET state = 'calculated' WHERE id = 2"],
  ['a statement taken back', NO_RIGHT, "UPDATE statement SET state = 'calculated' WHERE state = 'issued'"],
  [
    'a statement issued at another time',
    NO_RIGHT,
    "UPDATE statement SET issued_at = now() WHERE state = 'issued'",
  ],
  [
    'another share',
    NO_RIGHT,
    'UPDATE statement SET share_fen = share_fen + 1, payable_fen = payable_fen + 1',
  ],
  [
    'a payable that is not what follows from the share',
    BROKEN_LAW,
    "INSERT INTO statement VALUES (2, 'shop', 'CNY', '2026-11', 1, 'calculated', 100, 6, 0, 100, NULL)",
  ],
  ['another line', NO_RIGHT, 'UPDATE statement_line SET share_fen = 0'],
  ['another split', NO_RIGHT, 'UPDATE settlement_split SET net_fen = 0'],
  ['no statement', NO_RIGHT, "DELETE FROM statement WHERE party = 'zhipu'"],
  ['no lines', NO_RIGHT, 'DELETE FROM statement_line'],
  ['no run', NO_RIGHT, 'DELETE FROM settlement_run WHERE id = 2'],
  ['an issued month opened again', NO_RIGHT, "UPDATE accounting_month SET state = 'open'"],
  ['no journal of the month', NO_RIGHT, 'DELETE FROM settlement_posting'],
];

const FORGERIES: readonly (readonly [what: string, foundBy: string, statement: string])[] = [
  [
    'a line added to what was issued',
    'statement-lines-add-up',
    `INSERT INTO statement_line SELECT run_id, party, currency, 900, origin_month, line_kind, split_rule_version_id,
       plan_version_id, model, vendor, compute_owner, channel, chip_kind, kind, paid, records, tokens, gross, share_fen
       FROM statement_line WHERE party = 'zhipu' AND run_id = 1 LIMIT 1`,
  ],
  [
    'a share paid twice in the ledger',
    'payables-equal-shares',
    `INSERT INTO journal_line SELECT account_id, batch_id, line + 900, accounting_month, asset,
       CASE ledger_account WHEN 'partner_payable' THEN ledger_account ELSE 'rounding' END,
       CASE ledger_account WHEN 'partner_payable' THEN party END,
       CASE ledger_account WHEN 'partner_payable' THEN amount ELSE 0.45 END, booked_at
       FROM journal_line WHERE account_id = 0 AND (ledger_account = 'usage_revenue' OR party = 'zhipu')`,
  ],
  [
    'a statement issued and not posted',
    'issued-means-posted',
    "UPDATE statement SET state = 'issued', issued_at = now() WHERE state = 'approved'",
  ],
];

const SIGNED = ['input_digest', 'created_at', 'created_by', 'approved_at', 'approved_by'];
const SHOWN = ['origin_month', 'records', 'tokens', 'gross'];

const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['settlement_run', "state = 'posted'", SIGNED],
  ['settlement_run', "state = 'approved'", SIGNED],
  ['settlement_split', 'run_id = 1', ['line_count', 'usage_tax_on_top']],
  ['settlement_posting', 'true', []],
  ['statement', "party = 'zhipu' AND state = 'issued'", []],
  ['statement', "party = 'zhipu' AND state = 'approved'", []],
  ['statement_line', "party = 'zhipu' AND run_id = 1", []],
  ['statement_line', "line_kind = 'adjustment'", SHOWN],
  ['journal_line', "account_id = 0 AND ledger_account = 'partner_payable'", []],
  ['journal_line', "account_id = 0 AND ledger_account = 'operator_revenue'", []],
  ['journal_line', "account_id = 0 AND ledger_account = 'tax_pending'", []],
  ['journal_line', "account_id = 0 AND ledger_account = 'rounding'", []],
  ['accounting_month', "state = 'closed'", []],
];

describe('what was settled', () => {
  let engine: Engine;
  let application: Tampering;
  let superuser: Tampering;

  beforeAll(async () => {
    engine = await openSettledMarket();
    application = await Tampering.at(engine.urls.appUrl);
    superuser = await Tampering.asSuperuser(engine.urls);
  });

  afterAll(async () => {
    await application.end();
    await superuser.end();
    await engine.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await engine.violations()).toEqual([]);
  });

  it.each(ATTACKS)('refuses the application %s (%s)', async (_what, sqlState, ...statements) => {
    expect(await application.refusal(...statements)).toBe(sqlState);
  });

  it.each(FORGERIES)('%s is found by %s', async (_what, foundBy, statement) => {
    const { rows, reports } = await application.with(statement);
    expect(rows).toBeGreaterThan(0);
    expect(Object.keys(reports)).toContain(foundBy);
  });

  it.each(ROWS)('%s where %s, changed in any column: all is seen but %p', async (table, where, unseen) => {
    const changes = await unseenChanges(superuser, table, where);
    expect(changes.filter((name) => name !== 'line')).toEqual(unseen);
    expect(await deletionIsSeen(superuser, table, where)).toBe(true);
  });
});
