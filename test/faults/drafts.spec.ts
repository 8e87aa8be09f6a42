import { openDraftedMarket } from '../support/drafted-market';
import type { Engine } from '../support/engine';
import { unseenChanges } from '../support/every-column';
import { Tampering } from '../support/tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';

const [APPROVED, REJECTED, WITHDRAWN, SUBMITTED, OPEN] = [1, 2, 3, 4, 5].map((id) => `WHERE id = ${id}`);
const set = (what: string, where = SUBMITTED): string => `UPDATE document_draft SET ${what} ${where}`;
const SIGNED = "decided_by = 'chen', decided_at = now()";
const DOCUMENT = 'document_id = (SELECT max(id) - 1 FROM catalogue_document)';
const added = (columns: string, values: string): string =>
  `INSERT INTO document_draft (kind, code, body, effective_from, back_dated, author, created_at, changed_at, ${columns})
   VALUES ('contract', 'gateway', '{}', now(), false, 'mei', now(), now(), ${values})`;

const ATTACKS: readonly (readonly [what: string, sqlState: string, ...statements: readonly string[]])[] = [
  ['a body changed after it was submitted', NO_RIGHT, set("body = '{}'")],
  [
    'a date changed after it was submitted',
    NO_RIGHT,
    set("effective_from = effective_from + interval '1 day'"),
  ],
  ['a draft said to be back-dated after it was submitted', NO_RIGHT, set('back_dated = true')],
  ['another base after it was submitted', NO_RIGHT, set('base_version = 7')],
  [
    'a body changed while it is submitted',
    NO_RIGHT,
    set("body = '{}', state = 'submitted', submitted_at = now()", OPEN),
  ],
  [
    'a body changed while it is approved',
    NO_RIGHT,
    set(`body = '{}', state = 'approved', ${SIGNED}, ${DOCUMENT}`),
  ],
  ['submitted at another time', NO_RIGHT, set('submitted_at = now()')],
  ['another author', NO_RIGHT, set("author = 'chen'")],
  ['another kind', NO_RIGHT, set("kind = 'plan'")],
  ['another code', NO_RIGHT, set("code = 'shop'", OPEN)],
  [
    'approved by its author',
    BROKEN_LAW,
    set(`state = 'approved', decided_by = 'mei', decided_at = now(), ${DOCUMENT}`),
  ],
  [
    'rejected by its author',
    BROKEN_LAW,
    set("state = 'rejected', decided_by = 'mei', decided_at = now(), reason = 'x'"),
  ],
  ['approved by nobody', BROKEN_LAW, set(`state = 'approved', ${DOCUMENT}`)],
  ['approved without a document', BROKEN_LAW, set(`state = 'approved', ${SIGNED}`)],
  ['rejected without a reason', BROKEN_LAW, set(`state = 'rejected', ${SIGNED}`)],
  ['rejected for nothing', BROKEN_LAW, set(`state = 'rejected', ${SIGNED}, reason = ''`)],
  ['a reason for nothing', BROKEN_LAW, set("reason = 'x'")],
  ['a signature before there is a decision', BROKEN_LAW, set(SIGNED)],
  ['submitted without a time', BROKEN_LAW, set("state = 'submitted'", OPEN)],
  ['approved before it was submitted', NO_RIGHT, set(`state = 'approved', ${SIGNED}, ${DOCUMENT}`, OPEN)],
  ['a draft again after it was submitted', NO_RIGHT, set("state = 'draft'")],
  ['another signature', NO_RIGHT, set("decided_by = 'li'", APPROVED)],
  ['another reason', NO_RIGHT, set("reason = 'dear'", REJECTED)],
  ['an approval taken back', NO_RIGHT, set("state = 'withdrawn'", APPROVED)],
  ['a rejected draft submitted again', NO_RIGHT, set("state = 'submitted'", REJECTED)],
  ['a withdrawn draft approved', NO_RIGHT, set(`state = 'approved', ${SIGNED}, ${DOCUMENT}`, WITHDRAWN)],
  [
    'a draft that begins as approved',
    NO_RIGHT,
    added('state, submitted_at, decided_by, decided_at', "'approved', now(), 'li', now()"),
  ],
  ['a draft that begins as submitted', NO_RIGHT, added('state, submitted_at', "'submitted', now()")],
  ['no draft', NO_RIGHT, 'DELETE FROM document_draft WHERE id = 5'],
  ['no drafts at all', NO_RIGHT, 'TRUNCATE document_draft'],
  [
    'one document of two drafts',
    TWICE,
    set(`state = 'approved', ${SIGNED}, document_id = (SELECT document_id FROM document_draft ${APPROVED})`),
  ],
];

describe('what is written and signed before it is in the catalogue', () => {
  let engine: Engine;
  let application: Tampering;
  let superuser: Tampering;

  beforeAll(async () => {
    engine = await openDraftedMarket();
    application = await Tampering.at(engine.urls.appUrl);
    superuser = await Tampering.asSuperuser(engine.urls);
  });

  afterAll(async () => {
    await application.end();
    await superuser.end();
    await engine.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await engine.violations()).toEqual([]);
    const states = await engine.rows<{ state: string }>(
      'SELECT state FROM ciyuan.document_draft ORDER BY id',
    );
    expect(states.map(({ state }) => state)).toEqual([
      'approved',
      'rejected',
      'withdrawn',
      'submitted',
      'draft',
    ]);
  });

  it.each(ATTACKS)('refuses the application %s (%s)', async (_what, sqlState, ...statements) => {
    expect(await application.refusal(...statements)).toBe(sqlState);
  });

  it('refuses the owner of the tables to change what was submitted, or to forget it', async () => {
    const owner = await Tampering.at(engine.urls.ownerUrl);
    expect(await owner.refusal(set("body = '{}'"))).toBe(NO_RIGHT);
    expect(await owner.refusal('DELETE FROM document_draft WHERE id = 5')).toBe(NO_RIGHT);
    await owner.end();
  });

  it('lets a draft be changed that nobody has submitted', async () => {
    expect(await application.refusal(set("body = '{}', base_version = NULL", OPEN))).toBeUndefined();
  });

  it('reports an approval of a document that says something else', async () => {
    const forged = set(`state = 'approved', ${SIGNED}, ${DOCUMENT}`);
    const { rows, reports } = await application.with(forged);
    expect([rows, Object.keys(reports)]).toEqual([1, ['approved-drafts-are-in-force']]);
  });

  it('reports a draft that began before its approval', async () => {
    const { reports } = await superuser.with(
      set("decided_at = effective_from - interval '4 minutes'", APPROVED),
      `UPDATE catalogue_document AS v SET created_at = d.decided_at FROM document_draft AS d WHERE d.document_id = v.id`,
    );
    expect(reports['approved-drafts-are-in-force']).toEqual(['draft begins early without saying so']);
  });

  it('an approved draft, changed in any column: all is seen but who signed it and when it was written', async () => {
    expect(await unseenChanges(superuser, 'document_draft', 'id = 1')).toEqual([
      'back_dated',
      'created_at',
      'changed_at',
      'submitted_at',
      'decided_by',
    ]);
  });
});
