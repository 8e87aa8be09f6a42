import { PaidStatements } from '../support/paid-statements';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';
const FOUND_BY = 'statements-lived-as-told';

const ROWS: readonly WatchedRow[] = [
  ['statement_event', "state = 'confirmed' AND party = 'tianyi-ascend'", []],
  ['statement_event', "state = 'deemed_confirmed'", []],
  ['statement_event', "state = 'invoice_received' AND run_id = payout_run_id", []],
  ['statement_event', "state = 'invoice_received' AND run_id <> payout_run_id", []],
  ['statement_event', "state = 'payment_approved'", []],
  ['statement_event', "state = 'paid'", []],
  ['statement', "party = 'deepseek'", []],
];

/** An event as another one of the same statement, or of another statement. */
const COPY = (changes: string, where: string): string =>
  `INSERT INTO statement_event SELECT (jsonb_populate_record(e, '${changes}')).* FROM statement_event AS e WHERE ${where}`;

const ATTACKS: readonly Attack[] = [
  ['another amount', NO_RIGHT, 'UPDATE statement_event SET amount_fen = 1'],
  ['a step that never was', NO_RIGHT, "DELETE FROM statement_event WHERE state = 'paid'"],
  ['a payment taken back', NO_RIGHT, "UPDATE statement SET state = 'payment_approved' WHERE state = 'paid'"],
  [
    'a payment without an approval',
    NO_RIGHT,
    "UPDATE statement SET state = 'paid' WHERE state = 'invoice_received'",
  ],
  [
    'a payment approved by whoever recorded the invoice',
    BROKEN_LAW,
    COPY(
      '{"number": 3, "state": "payment_approved", "document": null, "document_date": null, "invoice_by": "finance"}',
      "state = 'invoice_received' AND party = 'tianyi-ascend'",
    ),
  ],
  ['a sixth step', BROKEN_LAW, COPY('{"number": 6}', "state = 'paid' AND run_id = payout_run_id")],
  ['a step told twice', TWICE, COPY('{}', "state = 'paid'")],
  [
    'an invoice used again',
    TWICE,
    COPY(
      '{"run_id": 1, "payout_run_id": 1}',
      "state = 'invoice_received' AND party = 'deepseek' AND run_id = 2",
    ),
  ],
  [
    'somebody who counts as confirmed without the clock',
    BROKEN_LAW,
    COPY('{"party": "hygon-cloud", "by": "finance"}', "state = 'deemed_confirmed' AND party = 'deepseek'"),
  ],
];

const FORGERIES: readonly Forgery[] = [
  [
    'a payment told again',
    'event does not follow from the one before',
    COPY('{"number": 5}', "state = 'paid' AND run_id = payout_run_id"),
  ],
  [
    'a state that nobody told of',
    'state of a statement and its last event',
    "UPDATE statement SET state = 'confirmed' WHERE state = 'issued' AND party = 'moonshot'",
  ],
  [
    'a confirmation that its statement does not know',
    'state of a statement and its last event',
    COPY('{"party": "moonshot", "run_id": 2}', "state = 'deemed_confirmed' AND party = 'deepseek'"),
  ],
];

describe('the life of statements, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (story) => story.market);
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);
  told.finds(FORGERIES, FOUND_BY);

  it('a statement that counts as confirmed before its dispute days are over is found', async () => {
    const early = `UPDATE statement_event SET at = at - interval '1 second' WHERE state = 'deemed_confirmed'`;
    expect((await told.superuser.with(early)).reports[FOUND_BY]).toContain('event and the terms in force');
  });
});

/** Deepseek is paid two months at once, tianyi-ascend has sent its invoice, moonshot has said nothing. */
async function toldStory(): Promise<PaidStatements> {
  const story = await PaidStatements.open();
  await story.agree('deepseek', { minimum: '1' });
  await story.issueOctober();
  // Two processes at once: each statement is confirmed by one of them.
  const now = '2026-11-15T00:00:00+08:00';
  const [one, other] = await Promise.all([story.confirmUnanswered(now), story.confirmUnanswered(now)]);
  expect(one + other).toBe(4);
  await story.issueNovember();
  const [party, month] = ['deepseek', '2026-11'];
  for (const who of [party, 'tianyi-ascend']) await story.confirm(month, who, 'finance', 'their letter');
  await story.invoice(month, party, 'D-1 2026-12-04 1.33');
  await story.invoice(month, 'tianyi-ascend', 'T-1 2026-12-04 0.06');
  await story.approve(month, party, 'checker');
  expect(await story.pay(month, party, 'B-1 2026-12-04 1.33')).toBe('paid 1.33 of 2026-10 2026-11');
  return story;
}
