import { PhoneBilledMarket } from '../support/phone-billed-market';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';
const FOUND_BY = 'phone-bills-are-as-told';

const ROWS: readonly WatchedRow[] = [
  ['account_collection', "billing_id = 'B-north'", []],
  ['phone_bill_file', 'sequence = 1', []],
  ['phone_bill_file', 'sequence = 2', []],
  ['phone_bill_line', "kind = 'invoice' AND sequence = 1", []],
  ['phone_bill_line', "kind = 'credit_note'", []],
  ['phone_bill_line', "kind = 'reversal'", []],
  ['phone_bill_feedback', 'true', []],
  ['phone_bill_feedback_line', "state = 'partly'", []],
  ['phone_bill_feedback_line', "state = 'failed'", []],
  ['phone_bill_feedback_line', "state = 'bad_debt'", []],
  ['customer_payment', "method = 'phone_bill'", []],
  ['payment_allotment', 'payment = 1', []],
  ['payment_allocation', 'payment = 1', []],
];

const COPY = (table: string, changes: string, where: string): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(e, '${changes}')).* FROM ${table} AS e WHERE ${where}`;

const ATTACKS: readonly Attack[] = [
  ['another billing id', NO_RIGHT, "UPDATE account_collection SET billing_id = 'x'"],
  ['another file', NO_RIGHT, "UPDATE phone_bill_file SET content = ''"],
  ['a line that never was', NO_RIGHT, 'DELETE FROM phone_bill_line'],
  ['another allocation', NO_RIGHT, 'UPDATE payment_allocation SET amount_fen = 1'],
  ['an allotment that never was', NO_RIGHT, 'DELETE FROM payment_allotment'],
  ['another answer', NO_RIGHT, "UPDATE phone_bill_feedback_line SET state = 'collected'"],
  [
    'a document handed over twice',
    TWICE,
    COPY('phone_bill_line', '{"sequence": 2, "line": 99}', "kind = 'invoice' AND sequence = 1"),
  ],
  ['a document taken back twice', TWICE, COPY('phone_bill_line', '{"line": 99}', "kind = 'reversal'")],
  [
    'a collection in hindsight',
    BROKEN_LAW,
    COPY('account_collection', '{"number": 9, "effective_from": "2026-09-01T00:00:00Z"}', 'number = 1'),
  ],
  [
    'what was collected and not paid',
    BROKEN_LAW,
    COPY('phone_bill_feedback_line', '{"line": 9, "payment": null}', "state = 'partly'"),
  ],
  ['a file of the carrier’s twice', TWICE, COPY('phone_bill_feedback', '{"number": 9}', 'number = 1')],
];

const FORGERIES: readonly Forgery[] = [
  [
    'a gap in the sequence',
    'file was told otherwise',
    COPY('phone_bill_file', '{"sequence": 9}', 'sequence = 2'),
  ],
  [
    'a payment by phone bill of no file',
    'payment by phone bill and its feedback',
    COPY('customer_payment', '{"number": 99, "reference": "9-9"}', "method = 'phone_bill' AND number = 1"),
  ],
  [
    'another account in a file',
    'line differs from its document',
    COPY(
      'phone_bill_line',
      '{"line": 99, "document": "2026-CNY-000005"}',
      "kind = 'invoice' AND document = '2026-CNY-000004'",
    ),
  ],
  [
    'an allocation that was not allotted',
    'allotment was told otherwise',
    COPY('payment_allocation', '{"line": 2}', 'payment = 1'),
  ],
  [
    'a payment that is put to invoices twice',
    'payment and what was put of it',
    COPY('payment_allotment', '{"number": 2}', 'payment = 1'),
    COPY('payment_allocation', '{"number": 2}', 'payment = 1'),
  ],
  [
    'an answer that was not counted',
    'feedback differs from its lines',
    COPY('phone_bill_feedback_line', '{"line": 9}', "state = 'failed'"),
  ],
];

describe('phone bills, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (market) => ({
    urls: market.story.engine.urls,
    violations: () => market.story.market.violations(),
    stop: () => market.stop(),
  }));
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);
  told.finds(FORGERIES, FOUND_BY);

  it('a document that no file has is found', async () => {
    const { reports } = await told.superuser.with(
      "DELETE FROM phone_bill_line WHERE document = '2026-CNY-000005'",
    );
    expect(reports[FOUND_BY]).toContain('document was not handed over');
  });
});

async function toldStory(): Promise<PhoneBilledMarket> {
  const market = await PhoneBilledMarket.open();
  await market.tell();
  return market;
}
