import { DisputedStatements } from '../support/disputed-statements';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const FOUND_BY = 'disputes-are-as-told';

const ROWS: readonly WatchedRow[] = [
  ['dispute', "party = 'deepseek'", []],
  ['dispute', "party = 'hygon-cloud'", []],
  ['dispute_line', 'dispute_id = 1', []],
  ['dispute_line', 'dispute_id = 3', []],
  ['dispute_event', "step = 'proposed' AND dispute_id = 1", []],
  ['dispute_event', "step = 'returned'", []],
  ['dispute_event', "step = 'upheld'", []],
  ['dispute_event', "step = 'rejected'", []],
  ['dispute_event', "step = 'withdrawn'", []],
  ['dispute_evidence', 'number = 1', []],
  ['party_transfer', "kind = 'dispute'", []],
];

/** An event as another one of the same line. */
const COPY = (changes: string, where: string): string =>
  `INSERT INTO dispute_event SELECT (jsonb_populate_record(e, '${changes}')).* FROM dispute_event AS e WHERE ${where}`;

const ATTACKS: readonly Attack[] = [
  ['another claim', NO_RIGHT, 'UPDATE dispute_line SET claimed_fen = 1'],
  ['a dispute that never was', NO_RIGHT, 'DELETE FROM dispute WHERE id = 3'],
  ['other evidence', NO_RIGHT, "UPDATE dispute_evidence SET content = 'x'"],
  [
    'a decision of whoever proposed it',
    BROKEN_LAW,
    COPY('{"number": 9, "by": "finance"}', "step = 'upheld' AND proposed_by = 'finance'"),
  ],
  [
    'a claim of nothing',
    BROKEN_LAW,
    'INSERT INTO dispute_line SELECT dispute_id, 2, statement_line, 5, 5, reason, detail, reconciliation_difference_ids, digest FROM dispute_line WHERE dispute_id = 1',
  ],
];

const FORGERIES: readonly Forgery[] = [
  [
    'a claim that nobody made',
    'line was told otherwise',
    `INSERT INTO dispute_line SELECT dispute_id, 2, NULL, 73, 99, reason, detail, reconciliation_difference_ids, digest
       FROM dispute_line WHERE dispute_id = 1`,
  ],
  ['a second decision', 'event does not follow', COPY('{"number": 5}', "step = 'upheld'")],
  [
    'a sum that nobody granted',
    'granted and moved differ',
    `INSERT INTO party_transfer (kind, party, currency, origin_month, month, share_fen, reference, decided_by, decided_at)
       VALUES ('dispute', 'deepseek', 'CNY', '2026-10', '2026-12', 500, 'dispute-9.1', 'x', now())`,
  ],
  [
    'a statement disputed by nobody',
    'disputed statement and its disputes',
    "UPDATE statement SET state = 'disputed' WHERE state = 'issued' AND party = 'chinatelecom-xingchen'",
  ],
];

describe('disputes, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (story) => story.paid.market);
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);
  told.finds(FORGERIES, FOUND_BY);
});

/** One upheld once it was sent back, one rejected, one withdrawn; what was granted is not issued yet. */
async function toldStory(): Promise<DisputedStatements> {
  const story = await DisputedStatements.open();
  await story.paid.issueOctober();
  await story.dispute('2026-10 deepseek 1 0.90');
  await story.dispute('2026-10 hygon-cloud 1 0.60', 'finance', 'their mail');
  await story.dispute('2026-10 tianyi-ascend all 0.50');
  await story.prove(1, 'hour,tokens', 'deepseek');
  await story.propose(1, '0.17', 'finance');
  await story.decide(1, 'checker', false);
  await story.propose(1, '0.10', 'finance');
  await story.decide(1, 'checker');
  await story.propose(2, 'nothing', 'finance');
  await story.decide(2, 'checker');
  expect(await story.withdraw(3, 'tianyi-ascend')).toMatch('withdrawn');
  return story;
}
