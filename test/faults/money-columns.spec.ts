import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@ciyuan/platform/project';
import { AdjustmentsAndPayments } from '../support/adjustments-and-payments';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';
const FOUND_BY = 'money-is-booked-as-told';

const ROWS: readonly WatchedRow[] = [
  ['account_adjustment', "state = 'posted' AND kind = 'goodwill' AND approvals = 0", []],
  ['account_adjustment', "state = 'posted' AND kind = 'goodwill' AND approvals = 2", []],
  ['account_adjustment', "kind = 'refund'", []],
  ['account_adjustment', "kind = 'manual_debit'", []],
  ['account_adjustment', "state = 'requested'", []],
  ['account_adjustment', "state = 'rejected'", []],
  ['adjustment_event', "kind = 'requested'", []],
  ['adjustment_event', "kind = 'approved' AND adjustment = 5", []],
  ['adjustment_event', "kind = 'approved' AND adjustment = 2", []],
  ['adjustment_event', "kind = 'posted'", []],
  ['adjustment_event', "kind = 'rejected'", []],
  ['adjustment_event', "kind = 'withdrawn'", []],
  ['customer_payment', 'number = 1', []],
  ['customer_payment', "kind = 'reversed'", []],
  ['payment_reference', "reference = 'R-2'", []],
  ['payout_posting', "state = 'invoice_received'", []],
  ['payout_posting', "state = 'paid'", []],
  ['journal_line', "ledger_account = 'bank' AND account_id > 0", []],
  ['journal_line', "ledger_account = 'adjustment_revenue'", []],
  ['journal_line', "ledger_account = 'input_tax'", []],
  ['journal_line', "ledger_account = 'withholding_payable'", ['line']],
];

const COPY = (table: string, changes: string, where: string): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(e, '${changes}')).* FROM ${table} AS e WHERE ${where}`;

const ATTACKS: readonly Attack[] = [
  ['another amount', NO_RIGHT, 'UPDATE account_adjustment SET gross_fen = 1'],
  ['an adjustment that never was', NO_RIGHT, 'DELETE FROM account_adjustment'],
  ['a signature of somebody else', NO_RIGHT, "UPDATE adjustment_event SET by = 'x'"],
  ['another payment', NO_RIGHT, 'UPDATE customer_payment SET amount_fen = 1'],
  ['a payment that never came', NO_RIGHT, 'DELETE FROM customer_payment'],
  ['another journal of a payout', NO_RIGHT, 'UPDATE payout_posting SET batch_id = 1'],
  [
    'a signature by whoever asked',
    TWICE,
    COPY('adjustment_event', '{"number": 3, "by": "desk"}', "kind = 'approved' AND adjustment = 5"),
  ],
  ['a second end', TWICE, COPY('adjustment_event', '{"number": 9}', "kind = 'posted' AND adjustment = 2")],
  [
    'a rejection without a reason',
    BROKEN_LAW,
    COPY('adjustment_event', '{"number": 9, "note": null, "adjustment": 5, "by": "x"}', "kind = 'rejected'"),
  ],
  [
    'a refund with tax',
    BROKEN_LAW,
    COPY('account_adjustment', '{"number": 99, "vat_rate": "0.06"}', "kind = 'refund'"),
  ],
  ['a payment taken back twice', TWICE, COPY('customer_payment', '{"number": 99}', "kind = 'reversed'")],
  ['a reference used twice', TWICE, COPY('payment_reference', '{"number": 99}', "reference = 'R-1'")],
];

const FORGERIES: readonly Forgery[] = [
  [
    'an end that nobody told of',
    'state of an adjustment and its events',
    "UPDATE account_adjustment SET state = 'posted' WHERE state = 'requested'",
  ],
  [
    'a posting that too few signed',
    'adjustment and the limits in force',
    `INSERT INTO adjustment_event SELECT (jsonb_populate_record(e, '{"adjustment": 5, "number": 3}')).*
         FROM adjustment_event AS e WHERE kind = 'posted' AND adjustment = 2`,
    "UPDATE account_adjustment SET state = 'posted', events = 3 WHERE number = 5",
  ],
  [
    'a payment without its journal',
    'journal differs from what was told',
    COPY('customer_payment', '{"number": 99, "batch_id": 999999, "reference": "R-9"}', 'number = 1'),
  ],
  [
    'a payment without its reference',
    'payment and its reference',
    COPY('customer_payment', '{"number": 99, "batch_id": 999999, "reference": "R-9"}', 'number = 1'),
  ],
];

describe('adjustments, payments and payouts, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (story) => story.market);
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);
  told.finds(FORGERIES, FOUND_BY);

  it('payouts from before payments were booked are booked as they would have been', async () => {
    const migration = readFileSync(join(projectRoot(), 'db/migrations/0027-money.sql'), 'utf8');
    const backfill = migration
      .split(';')
      .filter((one) => /INSERT INTO ciyuan\.(payout_posting|journal_line)/.test(one));
    expect(backfill).toHaveLength(2);
    const unbooked = [
      'DELETE FROM journal_line WHERE batch_id IN (SELECT batch_id FROM payout_posting)',
      'DELETE FROM payout_posting',
    ];
    expect(Object.keys((await told.superuser.with(...unbooked)).reports)).toEqual([FOUND_BY]);
    expect((await told.superuser.with(...unbooked, ...backfill)).reports).toEqual({});
  });

  it('a journal of the bank that nothing names is found', async () => {
    const { reports } = await told.application.with(
      `INSERT INTO journal_line (account_id, batch_id, line, accounting_month, asset, ledger_account, amount, booked_at)
       SELECT account_id, 999999, line, accounting_month, asset, ledger_account, amount, booked_at
         FROM journal_line WHERE batch_id = (SELECT batch_id FROM customer_payment WHERE number = 1)`,
    );
    expect(reports['writes-are-on-record']).toContain('write is not on record');
  });
});

/** Everything that can become of an adjustment, a payment that bounced, and a partner that was paid. */
async function toldStory(): Promise<AdjustmentsAndPayments> {
  const story = await AdjustmentsAndPayments.open();
  await story.ask('goodwill', '20.00', 'desk operations');
  await story.ask('goodwill', '1060.00', 'desk operations');
  for (const who of ['carl checker', 'anna admin']) await story.sign(2, who);
  await story.ask('manual_credit', '7.00', 'desk operations');
  await story.reject(3, 'carl checker');
  await story.ask('manual_credit', '8.00', 'desk operations');
  await story.withdraw(4, 'desk operations');
  await story.ask('goodwill', '2000.00', 'desk operations');
  await story.sign(5, 'carl checker');
  await story.pay('30.00', 'R-1');
  await story.pay('5.00', 'R-2');
  await story.bounce(2);
  await story.ask('refund', '10.00', 'desk operations');
  await story.sign(6, 'carl checker');
  await story.ask('manual_debit', '2.12', 'desk operations');
  expect(await story.sign(7, 'carl checker')).toBe('posted');
  await story.issueOctober();
  await story.invoice('96.00');
  expect(await story.payArchive('96.00')).toBe('paid');
  return story;
}
