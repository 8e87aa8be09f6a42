import { HttpMarket } from '../support/http-market';
import { Browser, accountFor } from '../support/signed-in';
import { TamperedStory, type Attack, type WatchedRow } from '../support/tampered-story';

const NO_RIGHT = '42501';
const FOUND_BY = 'audit-log-is-whole';
const PERSON = "login = 'mei'";

async function openAudited(): Promise<HttpMarket> {
  const market = await HttpMarket.open('2026-10-01T00:00:00+08:00');
  const once = await accountFor(market, 'mei', 'maker');
  const mei = new Browser(market);
  await mei.signIn('mei', 'wrong');
  await mei.signIn('mei', once);
  await mei.choosePassword(once, 'a password of one’s own');
  await market.post('/v1/drafts/7/approve', { reason: 'none' }, 'checker');
  return market;
}

const ROWS: readonly WatchedRow[] = [
  ['audit_entry', 'number = 1', []],
  ['audit_entry', "credential = 'sign_in'", []],
  ['audit_entry', "credential = 'session'", []],
  ['audit_entry', "object = '7'", []],
  ['audit_entry', "kind = 'answer' AND problem IS NOT NULL", []],
  ['audit_entry', 'number = (SELECT max(number) FROM audit_entry)', []],
];

const ATTACKS: readonly Attack[] = [
  ['another name', NO_RIGHT, "UPDATE audit_entry SET subject = 'x'"],
  ['an entry less', NO_RIGHT, 'DELETE FROM audit_entry'],
  ['an empty log', NO_RIGHT, 'TRUNCATE audit_entry'],
  ['an entry past the chain', NO_RIGHT, 'INSERT INTO audit_entry SELECT * FROM audit_entry'],
  ['another end', NO_RIGHT, 'UPDATE audit_head SET number = 1'],
  ['an answer to what was not asked', '23514', `SELECT append_audit_entry('${answerTo(900)}')`],
  ['a second answer', '23505', `SELECT append_audit_entry('${answerTo(1)}')`],
  [
    'an entry of nobody',
    '23514',
    `SELECT append_audit_entry('{"kind":"request","at":"2026-01-01T00:00:00Z"}')`,
  ],
];

function answerTo(number: number): string {
  return JSON.stringify({ kind: 'answer', at: '2026-01-01T00:00:00Z', answers: number, status: 200 });
}

/** Moves everything from there on up, and puts a row that was never written into the gap. */
const INSERTED = [
  'UPDATE audit_entry SET number = number + 1000, answers = answers + 1000 WHERE number > 4',
  `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, '{"number": 5, "subject": "forged"}')).*
     FROM audit_entry AS e WHERE number = 1`,
  'UPDATE audit_entry SET number = number - 999, answers = answers - 999 WHERE number > 1000',
];

describe('the audit log, changed behind the engine’s back', () => {
  const told = new TamperedStory(openAudited, (market) => ({
    urls: market.engine.urls,
    violations: () => market.engine.violations(),
    stop: () => market.close(),
  }));

  told.seesChangesOf(ROWS);
  told.refuses(ATTACKS);

  it.each<[string, string, ...string[]]>([
    ['an entry that was put between', 'entry was told otherwise', ...INSERTED],
    ['an entry that was taken out', 'entry is missing', 'DELETE FROM audit_entry WHERE number = 3'],
    [
      'an entry whose digest was made to fit it',
      'entry was told otherwise',
      "UPDATE audit_entry AS e SET subject = 'x' WHERE number = 3",
      `UPDATE audit_entry AS e SET digest = chained_digest((SELECT digest FROM audit_entry WHERE number = 2), e)
        WHERE number = 3`,
    ],
    [
      'the last entries cut off',
      'end of the audit log',
      'DELETE FROM audit_entry WHERE number > (SELECT max(number) - 2 FROM audit_entry)',
    ],
  ])('%s is found', async (_what, what, ...statements) => {
    const { reports } = await told.superuser.with(...statements);
    expect(reports[FOUND_BY]).toContain(what);
  });

  it.each<[string, object, ...string[]]>([
    [
      'changed',
      { number: 2, what: 'changed' },
      "UPDATE audit_entry SET at = at + interval '1 s' WHERE number = 2",
    ],
    ['deleted', { number: 3, what: 'missing' }, 'DELETE FROM audit_entry WHERE number = 3'],
    ['inserted', { number: 5, what: 'changed' }, ...INSERTED],
    [
      'cut off',
      { what: 'end' },
      'DELETE FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry)',
    ],
  ])('the API names the first entry that was %s', async (_what, broken, ...statements) => {
    const { superuser, story } = told;
    const copy = 'CREATE TEMP TABLE kept_log AS SELECT * FROM audit_entry';
    for (const statement of [copy, ...statements]) await superuser.rows(statement);
    const { body } = await story.get('/v1/audit-log/verification', 'admin');
    await superuser.rows('DELETE FROM audit_entry');
    await superuser.rows('INSERT INTO audit_entry SELECT * FROM kept_log');
    await superuser.rows('DROP TABLE kept_log');
    expect(body).toMatchObject({ isWhole: false, broken });
    expect((await story.get('/v1/audit-log/verification', 'admin')).body).toMatchObject({ isWhole: true });
  });

  it.each([
    [
      'a partner of nobody',
      'account of nobody, or of no party',
      `UPDATE staff_account SET role = 'partner', party = 'x' WHERE ${PERSON}`,
    ],
    [
      'a session of a disabled account',
      'session of a disabled account',
      `UPDATE staff_account SET disabled = true WHERE ${PERSON}`,
    ],
    ['a session of nobody', 'session of nobody, or out of its time', "UPDATE staff_session SET login = 'x'"],
    [
      'no admin who may sign in',
      'no admin is enabled',
      `UPDATE staff_account SET role = 'admin', disabled = true WHERE ${PERSON}`,
    ],
  ])('%s is found among the accounts', async (_what, what, statement) => {
    const { reports } = await told.superuser.with(statement);
    expect(reports['people-sign-in-as-told']).toContain(what);
  });
});
