import { JUNE, SMALL_MONTH } from '../../../test/support/settled-month';
import { SettlementEngine, must } from '../../../test/support/settlement-engine';
import { Tampering } from '../../../test/support/tampering';

const REFUSED = '42501';
const CHECK = '23514';
const TWICE = '23505';
const FOREIGN = '23503';

describe('whoever goes around the engine', () => {
  let engine: SettlementEngine;
  let application: Tampering;
  let owner: Tampering;
  let superuser: Tampering;
  beforeAll(async () => {
    engine = await SettlementEngine.start();
    await engine.months.openMarket();
    await engine.months.book(SMALL_MONTH);
    await engine.settle(JUNE);
    await engine.months.book([{ usageMonth: '2026-07', gross: '106', net: '100' }]);
    must(await engine.calculate('2026-07'));
    application = await Tampering.at(engine.urls.appUrl);
    owner = await Tampering.at(engine.urls.ownerUrl);
    superuser = await Tampering.asSuperuser(engine.urls);
  });
  afterAll(async () => {
    for (const tampering of [application, owner, superuser]) await tampering.end();
    await engine.stop();
  });

  const statement = `INSERT INTO statement (run_id, party, currency, month, version, state, share_fen, vat_fen,
    withholding_fen, payable_fen) VALUES (2, 'west', 'CNY', '2026-06', 1, 'issued', 1, 0, 0, 1)`;

  it.each<[string, string, string]>([
    ['issues a second statement of a month', statement, TWICE],
    [
      'moves a statement into an issued one’s place',
      "UPDATE statement SET state = 'issued', month = '2026-06'",
      REFUSED,
    ],
    [
      'posts a second run of a month',
      "INSERT INTO settlement_run (month, version, state, input_digest, created_at, created_by, approved_by, posted_at) VALUES ('2026-06', 9, 'posted', '', now(), 'a', 'b', now())",
      TWICE,
    ],
    [
      'signs what it made',
      "UPDATE settlement_run SET state = 'approved', approved_by = created_by, approved_at = now() WHERE id = 2",
      CHECK,
    ],
    [
      'makes a run that is signed by its author',
      "INSERT INTO settlement_run (month, version, state, input_digest, created_at, created_by, approved_by) VALUES ('2026-08', 1, 'approved', '', now(), 'a', 'a')",
      CHECK,
    ],
    [
      'issues without a signature',
      "UPDATE settlement_run SET state = 'posted', posted_at = now() WHERE id = 2",
      REFUSED,
    ],
    ['signs in another name', "UPDATE settlement_run SET approved_by = 'somebody' WHERE id = 1", REFUSED],
    ['takes a signature away', 'UPDATE settlement_run SET approved_by = NULL WHERE id = 1', REFUSED],
    [
      'reopens a posted run',
      "UPDATE settlement_run SET state = 'calculated', posted_at = NULL WHERE id = 1",
      REFUSED,
    ],
    ['sets a posted run aside', "UPDATE settlement_run SET state = 'superseded' WHERE id = 1", REFUSED],
    ['takes an issued statement back', "UPDATE statement SET state = 'approved' WHERE run_id = 1", REFUSED],
    ['sets an issued statement aside', "UPDATE statement SET state = 'superseded' WHERE run_id = 1", REFUSED],
    [
      'changes a share',
      'UPDATE statement SET share_fen = share_fen + 1, payable_fen = payable_fen + 1',
      REFUSED,
    ],
    ['changes the day of issue', "UPDATE statement SET issued_at = '2026-01-01' WHERE run_id = 1", REFUSED],
    ['changes the digest of a run', "UPDATE settlement_run SET input_digest = ''", REFUSED],
    ['changes a line', 'UPDATE statement_line SET share_fen = share_fen + 1', REFUSED],
    ['deletes a line', 'DELETE FROM statement_line WHERE line = 1', REFUSED],
    ['empties the lines', 'TRUNCATE statement_line', REFUSED],
    ['deletes a statement', 'DELETE FROM statement', REFUSED],
    ['deletes a run', 'DELETE FROM settlement_run', REFUSED],
    ['changes a split', 'UPDATE settlement_split SET net_fen = net_fen + 1, tax_fen = tax_fen - 1', REFUSED],
    ['deletes a split', 'DELETE FROM settlement_split', REFUSED],
    ['posts under another journal', 'UPDATE settlement_posting SET batch_id = 0', REFUSED],
    ['deletes a posting', 'DELETE FROM settlement_posting', REFUSED],
    [
      'owes more than the share',
      "UPDATE journal_line SET amount = amount - 1 WHERE ledger_account = 'partner_payable'",
      REFUSED,
    ],
    [
      'adds a line to nobody’s statement',
      "INSERT INTO statement_line (run_id, party, currency, line, origin_month, line_kind, records, tokens, gross, share_fen) VALUES (1, 'west', 'USD', 1, '2026-06', 'adjustment', 0, 0, 0, 1)",
      FOREIGN,
    ],
    [
      'adjusts by a line of one rule',
      "INSERT INTO statement_line (run_id, party, currency, line, origin_month, line_kind, split_rule_version_id, records, tokens, gross, share_fen) VALUES (1, 'west', 'CNY', 9, '2026-05', 'adjustment', 3, 0, 0, 0, 1)",
      CHECK,
    ],
  ])('%s and is refused, even the owner of the tables', async (_what, attack, code) => {
    expect(await owner.refusal(attack)).toBe(code);
    // What the application may not even try is refused before any law looks at it.
    expect([code, REFUSED]).toContain(await application.refusal(attack));
  });

  it.each<[string, string[], string]>([
    [
      'changes a share',
      ["UPDATE statement SET share_fen = share_fen + 1, payable_fen = payable_fen + 1 WHERE party = 'shop'"],
      'statement-lines-add-up',
    ],
    [
      'changes a line',
      ["UPDATE statement_line SET share_fen = share_fen + 1 WHERE party = 'shop' AND paid"],
      'statement-lines-add-up',
    ],
    [
      'deletes all lines of a statement',
      ["DELETE FROM statement_line WHERE party = 'shop'"],
      'statement-lines-add-up',
    ],
    [
      'adds to a share and its line',
      [
        "UPDATE statement SET share_fen = share_fen + 1, payable_fen = payable_fen + 1 WHERE party = 'shop'",
        "UPDATE statement_line SET share_fen = share_fen + 1 WHERE party = 'shop' AND paid",
      ],
      'shares-add-up-to-the-net',
    ],
    [
      'changes what is payable',
      [
        'ALTER TABLE statement DROP CONSTRAINT statement_check',
        "UPDATE statement SET payable_fen = payable_fen + 1 WHERE party = 'shop'",
      ],
      'statement-lines-add-up',
    ],
    [
      'changes a net',
      ['UPDATE settlement_split SET net_fen = net_fen + 1, tax_fen = tax_fen - 1 WHERE run_id = 1'],
      'shares-add-up-to-the-net',
    ],
    ['deletes a split', ['DELETE FROM settlement_split WHERE run_id = 1'], 'shares-add-up-to-the-net'],
    [
      'changes what was paid',
      [
        'ALTER TABLE settlement_split DROP CONSTRAINT settlement_split_check',
        'UPDATE settlement_split SET paid_fen = paid_fen + 1 WHERE run_id = 1',
      ],
      'net-and-tax-are-paid',
    ],
    [
      'issues a statement of a draft',
      ["UPDATE statement SET state = 'issued', issued_at = now() WHERE run_id = 2 AND party = 'east'"],
      'issued-means-posted',
    ],
    [
      'takes a statement back',
      ["UPDATE statement SET state = 'approved' WHERE run_id = 1 AND party = 'east'"],
      'issued-means-posted',
    ],
    [
      'forgets when it was issued',
      ["UPDATE statement SET issued_at = NULL WHERE run_id = 1 AND party = 'east'"],
      'issued-means-posted',
    ],
    [
      'moves a statement',
      ["UPDATE statement SET month = '2026-01' WHERE run_id = 2 AND party = 'east'"],
      'issued-means-posted',
    ],
    [
      'posts a run without a journal',
      [
        "UPDATE settlement_run SET state = 'posted', posted_at = now(), approved_by = 'b' WHERE id = 2",
        "UPDATE statement SET state = 'issued', issued_at = now() WHERE run_id = 2",
      ],
      'one-posted-run-a-month',
    ],
    [
      'posts two runs of a month',
      [
        'DROP INDEX one_posted_run',
        "INSERT INTO settlement_run (month, version, state, input_digest, created_at, created_by, approved_by, posted_at) VALUES ('2026-06', 9, 'posted', '', now(), 'a', 'b', now())",
      ],
      'one-posted-run-a-month',
    ],
    ['reopens the month', ["UPDATE accounting_month SET state = 'open'"], 'one-posted-run-a-month'],
    ['deletes the posting', ['DELETE FROM settlement_posting'], 'one-posted-run-a-month'],
    [
      'owes another party',
      ["UPDATE journal_line SET party = 'east' WHERE party = 'west'"],
      'payables-equal-shares',
    ],
    [
      'owes less',
      [
        "UPDATE journal_line SET amount = amount + 1 WHERE party = 'west'",
        "UPDATE journal_line SET amount = amount - 1 WHERE party = 'east'",
      ],
      'payables-equal-shares',
    ],
    [
      'books revenue into a closed month',
      ["UPDATE journal_line SET accounting_month = '2026-06' WHERE accounting_month = '2026-07'"],
      'posted-revenue-is-cleared',
    ],
    [
      'shares revenue that nobody booked',
      [
        "UPDATE journal_line SET amount = amount * 2 WHERE account_id = 0 AND ledger_account LIKE '%revenue' AND party IS NULL",
      ],
      'posted-revenue-is-cleared',
    ],
  ])('%s with every law switched off, and is found', async (_what, attacks, check) => {
    const { rows, reports } = await superuser.with(...attacks);
    expect(rows).toBeGreaterThan(0);
    expect(Object.keys(reports)).toContain(check);
  });

  it('leaves nothing to complain of when all is well', async () => {
    expect(await engine.violations()).toEqual([]);
    const { reports } = await superuser.with();
    expect(Object.keys(reports)).not.toContain('issued-means-posted');
  });
});
