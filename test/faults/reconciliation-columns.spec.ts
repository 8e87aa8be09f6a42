import { ReconciledMarket } from '../support/reconciled-market';
import { TamperedStory, type Attack, type Forgery, type WatchedRow } from '../support/tampered-story';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const FOUND_BY = 'reconciliations-are-as-told';
const RECORDS = { party: 'gateway', role: 'reporter', level: 'records' };
const LINES = `recordId,at,tenant,input,output,amount
r-equal,2026-10-05T12:10:00+08:00,alice,1000000,500000,6
r-price,2026-10-09T12:00:00+08:00,bob,1000000,,2.1
r-cut,2026-10-31T23:59:50+08:00,alice,200000,,0.4
r-theirs,2026-10-07T12:00:00+08:00,alice,300000,,0.6
`;

const ROWS: readonly WatchedRow[] = [
  ['reconciliation_agreement', 'number = 1', []],
  ['reconciliation_run', "state = 'matched'", []],
  ['reconciliation_run', "state = 'failed'", []],
  ['reconciliation_file_part', 'run_id = 1', []],
  ['reconciliation_total', "outcome = 'equal'", []],
  ['reconciliation_total', "outcome = 'price'", []],
  ['reconciliation_difference', "outcome = 'price'", []],
  ['reconciliation_difference', "outcome = 'ours_only'", []],
  ['reconciliation_difference', "outcome = 'theirs_only'", []],
  ['reconciliation_difference', "outcome = 'late'", []],
  ['reconciliation_decision', 'number = 1', []],
  ['reconciliation_decision', 'number = 2', []],
  ['reconciliation_resolution', 'number = 1', []],
  ['reconciliation_resolution', 'number = 2', []],
];

const ATTACKS: readonly Attack[] = [
  ['another outcome', NO_RIGHT, "UPDATE reconciliation_difference SET outcome = 'late'"],
  ['a difference that never was', NO_RIGHT, 'DELETE FROM reconciliation_difference'],
  ['another file', NO_RIGHT, "UPDATE reconciliation_file_part SET content = ''"],
  ['other tolerances', NO_RIGHT, 'UPDATE reconciliation_run SET token_absolute = 9'],
  ['a run that begins again', NO_RIGHT, "UPDATE reconciliation_run SET state = 'received', ended_at = NULL"],
  ['another agreement', NO_RIGHT, 'UPDATE reconciliation_agreement SET money_absolute = 9'],
  ['a reason of afterwards', NO_RIGHT, "UPDATE reconciliation_decision SET reason = 'x'"],
  [
    'an agreement of the past',
    BROKEN_LAW,
    `INSERT INTO reconciliation_agreement SELECT (jsonb_populate_record(a, '{"number": 2, "effective_from": "2026-01-01"}')).*
       FROM reconciliation_agreement AS a`,
  ],
];

const FORGERIES: readonly Forgery[] = [
  [
    'what was accepted, disputed after all',
    'resolution does not follow',
    `INSERT INTO reconciliation_resolution SELECT (jsonb_populate_record(r, '{"number": 3, "decision": 1}')).*
       FROM reconciliation_resolution AS r WHERE number = 2`,
  ],
  [
    'a difference more',
    'totals and differences',
    `INSERT INTO reconciliation_difference (run_id, key, outcome, our_tokens, our_amount, their_line, their_counts, their_tokens,
       their_amount, tokens_apart, amount_apart, digest)
     VALUES (1, 'more', 'theirs_only', 0, 0, 9, '{}', 0, 0, 0, 0, '')`,
  ],
  [
    'tolerances that were not in force',
    'agreement was told otherwise',
    `INSERT INTO reconciliation_agreement SELECT (jsonb_populate_record(a, '{"number": 2, "effective_from": "2027-01-01"}')).*
       FROM reconciliation_agreement AS a`,
  ],
];

describe('reconciliations, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldMonth, (month) => month.place());
  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);
  told.finds(FORGERIES, FOUND_BY);

  it('a record that changes afterwards is told from what was compared', async () => {
    const change = `UPDATE usage_record SET input = input + 1 WHERE record_id = 'r-equal'`;
    expect((await told.superuser.with(change)).reports[FOUND_BY]).toEqual([
      'ours is not what the records say',
    ]);
  });
});

/** A file that was compared, with a difference disputed and then accepted, and one that could not be read. */
async function toldMonth(): Promise<ReconciledMarket> {
  const month = await ReconciledMarket.open();
  const agreed = { tokens: { absolute: '5' }, columns: { recordId: 'recordId' } };
  await month.market.put('/v1/parties/gateway/reconciliation-agreements', agreed, 'finance');
  month.market.engine.clock.moveTo(Date.parse('2026-11-05T09:00:00+08:00'));
  const { id } = await month.matched(RECORDS, LINES);
  for (const state of ['to_dispute', 'accepted_ours'])
    await month.market.post(
      `/v1/reconciliations/${id}/resolutions`,
      { state, reason: 'as said', outcome: 'price' },
      'finance',
    );
  await month.matched(RECORDS, LINES.replace('r-theirs', ''));
  return month;
}
