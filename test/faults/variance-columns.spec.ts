import { deletionIsSeen, unseenChanges } from '../support/every-column';
import type { SettlementEngine } from '../support/settlement-engine';
import { Tampering } from '../support/tampering';
import { openVariedMonths } from '../support/varied-months';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const OF_ANOTHER_KIND = '23503';
const TWICE = '23505';
const FOUND_BY = 'indications-and-variances';

/** Months here have roll-ups and no records, so one identity is looked at, which has nothing to report at first. */
const ROWS: readonly (readonly [table: string, where: string])[] = [
  ['variance_acknowledgement', 'number = 1'],
  ['variance_acknowledgement', 'number = 2'],
  ['variance_acknowledgement', 'number = 3'],
  ['variance_review', 'run_id = 3'],
];

const ATTACKS: readonly (readonly [what: string, sqlState: string, statement: string])[] = [
  ['another reason', NO_RIGHT, "UPDATE variance_acknowledgement SET reason = 'none'"],
  ['a reason taken back', NO_RIGHT, 'DELETE FROM variance_acknowledgement'],
  ['a review of less', NO_RIGHT, "UPDATE variance_review SET findings = '{}'"],
  ['a review taken back', NO_RIGHT, 'DELETE FROM variance_review'],
  [
    'a finding acknowledged twice',
    TWICE,
    `INSERT INTO variance_acknowledgement SELECT (jsonb_populate_record(a, '{"number": 4}')).*
       FROM variance_acknowledgement AS a WHERE number = 1`,
  ],
  [
    'a signature on an indication',
    BROKEN_LAW,
    "UPDATE settlement_run SET approved_by = 'checker' WHERE id = 2",
  ],
  [
    'an indication approved',
    BROKEN_LAW,
    "UPDATE settlement_run SET state = 'approved', approved_by = 'checker', approved_at = now() WHERE id = 2",
  ],
  ['an indication set aside', BROKEN_LAW, "UPDATE settlement_run SET state = 'superseded' WHERE id = 2"],
  ['an indication made a settlement', NO_RIGHT, "UPDATE settlement_run SET kind = 'settlement' WHERE id = 2"],
  [
    'a statement of an indication issued',
    NO_RIGHT,
    "UPDATE statement SET state = 'issued', issued_at = now() WHERE run_id = 2",
  ],
  [
    'a statement of an indication signed',
    BROKEN_LAW,
    "UPDATE statement SET state = 'approved' WHERE run_id = 2",
  ],
  [
    'a statement of another kind than its run',
    OF_ANOTHER_KIND,
    `INSERT INTO statement SELECT (jsonb_populate_record(s, '{"party": "west", "kind": "settlement"}')).*
       FROM statement AS s WHERE run_id = 2 AND party = 'alpha'`,
  ],
];

const FORGERIES: readonly (readonly [what: string, told: string, statement: string])[] = [
  [
    'an acknowledgement that was not sealed',
    'acknowledgement was told otherwise',
    `INSERT INTO variance_acknowledgement SELECT (jsonb_populate_record(a, '{"number": 4, "finding": "x"}')).*
       FROM variance_acknowledgement AS a WHERE number = 1`,
  ],
  [
    'an acknowledgement of an indication',
    'proforma beyond its calculation',
    `INSERT INTO variance_acknowledgement SELECT (jsonb_populate_record(a, '{"run_id": 2}')).*
       FROM variance_acknowledgement AS a WHERE number = 1`,
  ],
  [
    'a review of a run that nobody signed',
    'signed run and its review',
    `INSERT INTO variance_review SELECT (jsonb_populate_record(v, '{"run_id": 2}')).* FROM variance_review AS v`,
  ],
  [
    'a version of an indication that skips one',
    'versions of a proforma',
    `INSERT INTO settlement_run (month, kind, version, state, input_digest, created_at, created_by)
     VALUES ('2026-07', 'proforma', 9, 'calculated', '', now(), 'somebody')`,
  ],
];

describe('indications and variances, changed behind the engine’s back', () => {
  let engine: SettlementEngine;
  let application: Tampering;
  let superuser: Tampering;

  beforeAll(async () => {
    engine = await openVariedMonths();
    application = await Tampering.at(engine.urls.appUrl);
    superuser = await Tampering.asSuperuser(engine.urls);
  });

  afterAll(async () => {
    await application.end();
    await superuser.end();
    await engine.stop();
  });

  /** Only the identity of this spec: others miss the records that these months do not have. */
  const looking = () => ({
    rows: superuser.rows.bind(superuser),
    isSeen: async (statement: string): Promise<boolean> => {
      if ((await superuser.refusal(statement)) !== undefined) return true;
      return FOUND_BY in (await superuser.with(statement)).reports;
    },
  });

  it('begins with nothing to report', async () => {
    expect(await engine.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: all is seen, and that it is gone', async (table, where) => {
    expect(await unseenChanges(looking() as never, table, where)).toEqual([]);
    expect(await deletionIsSeen(looking() as never, table, where)).toBe(true);
  });

  it('a kind that was changed is seen', async () => {
    const kinds = [
      "UPDATE settlement_run SET kind = 'proforma' WHERE id = 3",
      "UPDATE settlement_run SET kind = 'settlement' WHERE id = 2",
      "UPDATE statement SET kind = 'settlement' WHERE run_id = 2 AND party = 'alpha'",
      "UPDATE statement SET kind = 'proforma' WHERE run_id = 1 AND party = 'alpha'",
    ];
    for (const statement of kinds)
      expect([statement, await looking().isSeen(statement)]).toEqual([statement, true]);
  });

  it('an acknowledgement by the maker of the run, or after its signature, is found', async () => {
    const told = async (change: string) =>
      (await superuser.with(`UPDATE variance_acknowledgement SET ${change} WHERE number = 3`)).reports[
        FOUND_BY
      ];
    expect(await told("by = 'maker'")).toContain('acknowledged by its maker, or out of its time');
    expect(await told("at = at + interval '1 second'")).toContain(
      'acknowledged by its maker, or out of its time',
    );
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
