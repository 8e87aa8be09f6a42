import { VerifyMonth } from '@ciyuan/modules/reporting';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';
import { VerifiedTampering } from '../support/verified-tampering';
import { COLLECTED, INVOICED, WaitingShares } from '../support/waiting-shares';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';

const ROWS: readonly WatchedRow[] = [
  ['statement_basis', `party = '${COLLECTED}' AND month = '2026-10' AND held_before_fen = 0`, []],
  ['statement_basis', `party = '${COLLECTED}' AND month = '2026-10' AND held_before_fen > 0`, []],
  ['statement_basis', `party = '${INVOICED}' AND month = '2026-10' AND held_fen = 0`, []],
  ['statement', `party = '${COLLECTED}' AND month = '2026-11'`, []],
];

/** What the checks leave to computing the month again. */
const FACTS: readonly string[] = [
  "month = '2026-10' AND basis = 'collected'",
  "month = '2026-11' AND basis = 'invoiced'",
].map((where) => `${where} AND money > 0`);

const another = (change: object): string =>
  `INSERT INTO statement_basis SELECT (jsonb_populate_record(b, '${JSON.stringify(change)}')).*
     FROM statement_basis AS b WHERE party = '${COLLECTED}' AND held_before_fen = 0 AND month = '2026-10'`;

const ATTACKS: readonly Attack[] = [
  ['less that waits', NO_RIGHT, 'UPDATE statement_basis SET held_fen = 0'],
  ['nothing that waits', NO_RIGHT, 'DELETE FROM statement_basis'],
  ['more money', NO_RIGHT, 'UPDATE account_cover SET money = 1000'],
  ['nobody’s money', NO_RIGHT, 'DELETE FROM account_cover'],
  ['what waits told twice', TWICE, another({})],
  ['more held than there is', BROKEN_LAW, another({ month: '2026-09', held_fen: 999_999_999 })],
  ['a share of nothing', BROKEN_LAW, another({ month: '2026-09', share_fen: 0 })],
];

const FORGERIES: readonly Forgery[] = [
  [
    'a month that nobody shared',
    'share goes on waiting otherwise than before',
    another({ month: '2026-09' }),
  ],
  ['what is held of nobody’s revenue', 'what waits is covered', another({ month: '2026-09' })],
];

describe('what waits by contracts, changed behind the engine’s back', () => {
  const story = new TamperedStory(toldStory, ({ market }) => market);
  story.seesChangesOf(ROWS);
  it.each(FACTS)('account_cover where %s: computing the month again finds every change', async (where) => {
    const { engine } = story.story.market;
    const look = async () => (await engine.get(VerifyMonth).run('2026-11')).differences;
    const tampering = new VerifiedTampering(story.superuser, look);
    expect(await unseenChanges(tampering, 'account_cover', where)).toEqual([]);
    expect(await deletionIsSeen(tampering, 'account_cover', where)).toBe(true);
    expect(await look()).toEqual([]);
  });
  story.refuses(ATTACKS);
  story.finds(FORGERIES, 'bases-are-applied');
});

/** Two months: the first was invoiced, and half of it paid, before the second was settled. */
async function toldStory(): Promise<WaitingShares> {
  const story = await WaitingShares.open();
  await story.use('2026-10-15T11:00:00', 'wang', 'telechat-2-115b', 'ascend-910c', '21200000');
  await story.issue('2026-10');
  await story.bill('2026-11-01');
  await story.use('2026-11-15T11:00:00', 'wang', 'telechat-2-115b', 'ascend-910c', '21200000');
  await story.pay('2026-11-20', 'wang', '53.00');
  await story.issue('2026-11');
  return story;
}
