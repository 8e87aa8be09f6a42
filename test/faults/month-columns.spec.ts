import { ClosingMarket } from '../support/closing-market';
import { must } from '../support/settlement-engine';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';

const [OCTOBER, NOVEMBER] = ['2026-10', '2026-11'];
const FOUND_BY = 'months-closed-as-told';
const [NO_RIGHT, BROKEN_LAW, TWICE] = ['42501', '23514', '23505'];

const KINDS = ['waived', 'waiver_withdrawn', 'frozen', 'reopening_requested', 'reopened', 'closed'];
const ROWS: readonly WatchedRow[] = [
  ...KINDS.map((kind): WatchedRow => ['month_event', `kind = '${kind}'`, []]),
  ['month_event', `month = '${NOVEMBER}'`, []],
  ['accounting_month', "state = 'closed'", []],
  ['accounting_month', "state = 'open'", []],
  ['settlement_posting', 'true', []],
];

/** An event as another one of the same month. */
const COPY = (changes: string, where: string): string =>
  `INSERT INTO month_event SELECT (jsonb_populate_record(e, '${changes}')).* FROM month_event AS e WHERE ${where}`;

const ATTACKS: readonly Attack[] = [
  ['another reason', NO_RIGHT, "UPDATE month_event SET reason = 'x'"],
  ['no event', NO_RIGHT, "DELETE FROM month_event WHERE kind = 'waived'"],
  ['no month', NO_RIGHT, 'DELETE FROM accounting_month'],
  [
    'a closed month opened again',
    NO_RIGHT,
    "UPDATE accounting_month SET state = 'open' WHERE state = 'closed'",
  ],
  [
    'a month closed that was not frozen',
    NO_RIGHT,
    "UPDATE accounting_month SET state = 'closed' WHERE state = 'open'",
  ],
  ['a step told twice', TWICE, COPY('{}', "kind = 'closed'")],
  ['a request followed twice', TWICE, COPY('{"number": 90}', "kind = 'reopened'")],
  [
    'a month opened again by whoever asked for it',
    BROKEN_LAW,
    COPY('{"number": 90, "refers_to": 8, "by": "chen"}', "kind = 'reopened'"),
  ],
  [
    'a waiver without a reason',
    BROKEN_LAW,
    COPY('{"number": 90, "reason": null}', "kind = 'waived' AND number = 1"),
  ],
];

const FORGERIES: readonly Forgery[] = [
  [
    'an open month that says it is frozen',
    'state of a month and its last step',
    `UPDATE accounting_month SET state = 'frozen' WHERE month = '${NOVEMBER}'`,
  ],
  [
    'a line booked in a closed month',
    'booked in a month that takes nothing',
    `INSERT INTO journal_line SELECT account_id, batch_id, line + 900, accounting_month, asset, ledger_account, party, amount,
       booked_at FROM journal_line WHERE accounting_month = '${OCTOBER}' AND account_id > 0`,
  ],
  [
    'a reopening that answers a freeze',
    'answer to nothing',
    COPY('{"number": 90, "refers_to": 4}', "kind = 'reopened'"),
  ],
  ['a month closed twice', 'step of a month out of order', COPY('{"number": 90}', "kind = 'closed'")],
  [
    'a freeze with more than was waived',
    'frozen without a waiver',
    COPY('{"number": 90, "waived": {"suspense_open": 9}}', "kind = 'frozen' AND number = 4"),
  ],
];

describe('the close of months, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (story) => story.market);
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);
  told.finds(FORGERIES, FOUND_BY);
});

/** October waived, frozen, opened again, frozen and closed; in November something is waived. */
async function toldStory(): Promise<ClosingMarket> {
  const story = await ClosingMarket.open('2026-10-01T00:00:00+08:00');
  const call = (id: string, account: string, time: string): string =>
    `${id} | ${account} | ${time} | deepseek-v3.2 | hygon-dcu | input 1_000_000`;
  story.market.moveTo('2026-11-01T00:00:00+08:00');
  await story.post(
    call('a1', 'wang', '2026-10-10T11:00:00') + '\n' + call('l1', 'liu', '2026-10-20T11:00:00'),
  );
  await story.market.endMonth(OCTOBER);
  await story.waive(OCTOBER, 'suspense_open');
  await story.withdraw(OCTOBER, 1);
  await story.waive(OCTOBER, 'suspense_open');
  const asked = [
    await story.freeze(OCTOBER),
    await story.reopen(OCTOBER, 'chen'),
    await story.approve(OCTOBER, 'mei'),
    await story.freeze(OCTOBER),
    await story.reopen(OCTOBER, 'chen'),
  ];
  expect(asked).toEqual(['frozen', 'reopening_requested', 'reopened', 'frozen', 'reopening_requested']);
  const { id } = must(await story.market.calculate(OCTOBER));
  must(await story.market.approve(id));
  must(await story.market.issue(id));
  await story.post(call('l2', 'liu', '2026-11-02T11:00:00'));
  expect(await story.waive(NOVEMBER, 'suspense_open')).toBe('waived');
  return story;
}
