import { VerifyMonth } from '@ciyuan/modules/reporting';
import { BilledMarket } from '../support/billed-market';
import { TamperedStory, type Attack, type WatchedRow } from '../support/tampered-story';
import { VerifiedTampering } from '../support/verified-tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';

const ROWS: readonly WatchedRow[] = [
  ['billing_profile', 'true', []],
  ['bill_run', 'true', []],
  ['bill_run_account', 'true', []],
  ['bill_run_chunk', 'true', []],
  ['invoice', "kind = 'invoice'", []],
  ['invoice', "kind = 'credit_note'", []],
  ['invoice', 'replaces_id IS NOT NULL', []],
  ['invoice_line', "line_kind = 'grant'", []],
  ['invoice_line', "line_kind = 'usage' AND tax_mode = 'included'", []],
  ['invoice_line', "tax_mode = 'on_top'", []],
  ['invoice_line', "line_kind = 'shortfall'", []],
  ['invoice_issue', 'buyer IS NOT NULL', []],
  ['invoice_issue', 'buyer IS NULL', []],
  ['invoice_void_request', 'true', []],
  ['invoice_void', 'true', []],
  ['credit_note', 'true', []],
  ['credit_note_line', 'true', []],
  ['credit_note_issue', 'true', []],
  ['journal_line', "ledger_account = 'tax_pending'", []],
  ['journal_line', "ledger_account = 'adjustment_revenue'", []],
];

/** What telling the documents again finds, whatever the checks say. */
const BY_VERIFYING: readonly (readonly [statement: string, figure: RegExp])[] = [
  [
    "UPDATE invoice_line SET total = total + 0.000000000001 WHERE line_kind = 'usage' AND tax_mode = 'on_top'",
    /^invoice_line run 1 account plain CNY 1$/,
  ],
  [
    "UPDATE invoice SET net_fen = net_fen + 1, tax_fen = tax_fen - 1 WHERE payer_code = 'lone'",
    /^invoice run \d account lone CNY$/,
  ],
  ["DELETE FROM invoice WHERE payer_code = 'plain'", /^invoice run 1 account plain CNY$/],
  [
    "UPDATE journal_line SET amount = amount * 2 WHERE ledger_account = 'tax_pending' AND amount = 0.07",
    /^journal_line of document /,
  ],
];

const ATTACKS: readonly Attack[] = [
  ['another amount', NO_RIGHT, 'UPDATE invoice_line SET gross_fen = 1'],
  ['a document that never was', NO_RIGHT, 'DELETE FROM invoice_issue'],
  ['another number', NO_RIGHT, "UPDATE invoice_issue SET number = 'x'"],
  ['a run taken back', NO_RIGHT, "UPDATE bill_run SET state = 'draft' WHERE state = 'final'"],
  ['another cut-off', NO_RIGHT, 'UPDATE bill_run SET cut_off = now()'],
  [
    'a run that one person makes and finalises',
    BROKEN_LAW,
    `INSERT INTO bill_run (cut_off, grace_hours, accounts, customers, state, chunks, accounts_digest, input_digest,
       created_at, created_by, finalised_by) VALUES (now(), 0, '{}', '{}', 'finalising', 0, '', '', now(), 'a', 'a')`,
  ],
  [
    'a number that was given',
    TWICE,
    `INSERT INTO invoice_issue SELECT (jsonb_populate_record(i, '{"invoice_id": 0, "batch_id": 0}')).*
       FROM invoice_issue AS i LIMIT 1`,
  ],
  [
    'a void by one person',
    BROKEN_LAW,
    `INSERT INTO invoice_void SELECT (jsonb_populate_record(v, '{"approved_by": "maker"}')).* FROM invoice_void AS v`,
  ],
];

describe('bills, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (story) => ({
    urls: story.engine.urls,
    violations: () => story.market.violations(),
    stop: () => story.stop(),
  }));
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);

  it.each(BY_VERIFYING)('%s: verifying finds it', async (statement, figure) => {
    const look = async () => [
      ...(await told.story.market.engine.get(VerifyMonth).run('2026-11')).differences,
      ...(await told.story.market.engine.get(VerifyMonth).run('2026-12')).differences,
    ];
    const found = await new VerifiedTampering(told.superuser, look).found(statement);
    expect(found.map((one) => one.figure)).toContainEqual(expect.stringMatching(figure));
  });

  it('a journal that no document names is found', async () => {
    const stray = `INSERT INTO journal_line
      SELECT (jsonb_populate_record(j, '{"batch_id": 999999}')).* FROM journal_line AS j
       WHERE batch_id = (SELECT min(batch_id) FROM invoice_issue WHERE invoice_id = 1)`;
    expect(Object.keys((await told.superuser.with(stray)).reports)).toContain('writes-are-on-record');
  });
});

/** Two months, a document voided and billed again, and one that was credited. */
async function toldStory(): Promise<BilledMarket> {
  const story = await BilledMarket.open();
  await story.tellTwoMonths();
  await story.voided('2026-CNY-000003');
  await story.bill('2026-12-04T00:00:00+08:00', '2026-12-08T00:00:00+08:00');
  await story.voidRecord('p1');
  await story.bill('2026-12-04T00:00:00+08:00', '2026-12-08T00:00:00+08:00');
  await story.credited('2026-CNY-000001', 1, 1_000n);
  return story;
}
