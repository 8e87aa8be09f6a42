import { ClawBackShare, DecideClawback } from '@ciyuan/modules/settlement';
import { AgreedVendor, VENDOR } from '../support/agreed-vendor';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { must } from '../support/settlement-engine';
import { Tampering } from '../support/tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';
const FOUND_BY = 'contract-terms-are-applied';
/** Once it is gone a request waits again: nothing was moved by it, and nothing tells of it. */
const REJECTED = "state = 'rejected'";

const ROWS: readonly (readonly [table: string, where: string])[] = [
  ['statement_holdback', "kind = 'held' AND held_month = '2026-11'"],
  ['statement_holdback', "kind = 'released'"],
  ['statement', `party = '${VENDOR}' AND month = '2026-12'`],
  ['statement_line', "line_kind = 'advance' AND share_fen > 0"],
  ['statement_line', "line_kind = 'recoupment' AND share_fen < 0"],
  ['clawback', 'party IS NULL AND revenue_fen > 100'],
  ['clawback', 'party IS NOT NULL'],
  ['clawback_part', `clawback_id = 1 AND party = '${VENDOR}'`],
  ['clawback_part', "clawback_id = 1 AND party = 'operator'"],
  ['clawback_part', 'clawback_id = 2'],
  ['clawback_decision', "state = 'approved'"],
  ['clawback_decision', REJECTED],
  ['party_transfer', "kind = 'clawback'"],
];

const ATTACKS: readonly (readonly [what: string, sqlState: string, statement: string])[] = [
  ['another holdback', NO_RIGHT, 'UPDATE statement_holdback SET fen = 1'],
  ['no holdback', NO_RIGHT, 'DELETE FROM statement_holdback'],
  ['another clawback', NO_RIGHT, 'UPDATE clawback SET revenue_fen = 1'],
  ['no decision', NO_RIGHT, 'DELETE FROM clawback_decision'],
  ['a smaller part', NO_RIGHT, 'UPDATE clawback_part SET share_fen = -1'],
  [
    'a decision by whoever asked',
    BROKEN_LAW,
    "INSERT INTO clawback_decision SELECT 3, state, month, 'mei', 'mei', decided_at, note, digest FROM clawback_decision WHERE clawback_id = 1",
  ],
  [
    'a decision told twice',
    TWICE,
    'INSERT INTO clawback_decision SELECT * FROM clawback_decision WHERE clawback_id = 1',
  ],
  [
    'more taken than was shared',
    BROKEN_LAW,
    `INSERT INTO clawback SELECT (jsonb_populate_record(c, '{"id": 9, "revenue_fen": 999999999}')).*
       FROM clawback AS c WHERE id = 1`,
  ],
  [
    'a payable that forgets what is held',
    BROKEN_LAW,
    `INSERT INTO statement SELECT (jsonb_populate_record(s, '{"currency": "USD", "held_fen": 1}')).*
       FROM statement AS s WHERE party = '${VENDOR}' AND month = '2026-12'`,
  ],
];

const FORGERIES: readonly (readonly [what: string, told: string, statement: string])[] = [
  [
    'a clawback that nobody asked for',
    'moved without a clawback',
    `INSERT INTO party_transfer (kind, party, currency, origin_month, month, share_fen, reference, decided_by, decided_at)
       VALUES ('clawback', 'zhipu', 'CNY', '2026-11', '2027-01', -100, 'clawback-77.1', 'finance', now())`,
  ],
  [
    'a decision that was not sealed',
    'decision about a clawback was told otherwise',
    `INSERT INTO clawback_decision
       SELECT 3, 'rejected', NULL, 'finance', 'somebody', decided_at, NULL, digest FROM clawback_decision WHERE clawback_id = 1`,
  ],
];

describe('what contracts moved, changed behind the engine’s back', () => {
  let story: AgreedVendor;
  let application: Tampering;
  let superuser: Tampering;

  beforeAll(async () => {
    story = await toldStory();
    application = await Tampering.at(story.market.urls.appUrl);
    superuser = await Tampering.asSuperuser(story.market.urls);
  });

  afterAll(async () => {
    await application.end();
    await superuser.end();
    await story.market.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await story.market.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: every change is seen, and that it is gone', async (table, where) => {
    const unseen = await unseenChanges(superuser, table, where);
    expect(unseen.filter((name) => name !== 'line')).toEqual([]);
    expect(await deletionIsSeen(superuser, table, where)).toBe(where !== REJECTED);
  });

  it.each(ATTACKS)('refuses the application %s (%s)', async (_what, sqlState, statement) => {
    expect(await application.refusal(statement)).toBe(sqlState);
  });

  it.each(FORGERIES)('%s is found', async (_what, told, statement) => {
    const { rows, reports } = await application.with(statement);
    expect(rows).toBe(1);
    expect(reports[FOUND_BY]).toContain(told);
  });
});

/** Three months with an advance, a recoupment and a release; a clawback approved, one rejected, one that waits. */
async function toldStory(): Promise<AgreedVendor> {
  const story = await AgreedVendor.open();
  await story.use('2026-10-15T11:00:00', '21.2');
  await story.issue('2026-10');
  await story.use('2026-11-16T11:00:00', '33.92');
  await story.issue('2026-11');
  await story.clawBack('2026-11', '10');
  const scope = { originMonth: '2026-10', currency: 'CNY', plan: null, model: 'telechat-2-115b' };
  const ask = async (party: string | null) =>
    must(
      await story.market.engine
        .get(ClawBackShare)
        .run({ ...scope, party, lost: { revenueFen: 100n }, reason: 'chargeback', by: 'finance' }),
    ).id;
  const rejected = { id: await ask(VENDOR), state: 'rejected', by: 'checker', note: 'it was paid' } as const;
  must(await story.market.engine.get(DecideClawback).run(rejected));
  await ask(null);
  await story.issue('2026-12');
  return story;
}
