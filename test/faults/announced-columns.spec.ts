import { openAnnouncedMarket } from '../support/announced-market';
import type { Engine } from '../support/engine';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { Tampering } from '../support/tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';
const MOTIVES = ['reason', 'requested_by'];

/** What names and notices leave, and the columns that can be changed in a row without anybody seeing it. */
const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['usage_record', "reported_model = 'chat'", ['dimensions']],
  ['usage_correction', "kind = 'reversal'", MOTIVES],
  ['usage_correction', "kind = 're_rating' AND model = 'glm-6'", MOTIVES],
  ['price_notice', 'true', []],
];

const ATTACKS: readonly (readonly [what: string, sqlState: string, statement: string])[] = [
  ['other words', NO_RIGHT, "UPDATE price_notice SET text = 'cheaper'"],
  ['no notice', NO_RIGHT, 'DELETE FROM price_notice'],
  [
    'a second notice of a version',
    TWICE,
    `INSERT INTO price_notice SELECT id + 1, document_id, kind, code, version, audience, channels, announced_at,
       effective_from, text, created_at FROM price_notice`,
  ],
  [
    'a notice before it was approved',
    BROKEN_LAW,
    `INSERT INTO price_notice SELECT id + 1, 1, kind, code, version, audience, channels, created_at - interval '1 s',
       effective_from, text, created_at FROM price_notice`,
  ],
  [
    'another notice of what was submitted',
    NO_RIGHT,
    `UPDATE document_draft SET notice = notice || '{"text": "cheaper"}' WHERE notice IS NOT NULL`,
  ],
  [
    'a notice of what has no prices',
    BROKEN_LAW,
    `INSERT INTO document_draft (kind, code, body, effective_from, back_dated, author, created_at, changed_at, state, notice)
     VALUES ('contract', 'gateway', '{}', now(), false, 'mei', now(), now(), 'draft', '{}')`,
  ],
];

describe('names and notices, changed behind the engine’s back', () => {
  let engine: Engine;
  let application: Tampering;
  let superuser: Tampering;

  beforeAll(async () => {
    engine = await openAnnouncedMarket();
    application = await Tampering.at(engine.urls.appUrl);
    superuser = await Tampering.asSuperuser(engine.urls);
  });

  afterAll(async () => {
    await application.end();
    await superuser.end();
    await engine.stop();
  });

  it('begin with nothing to report', async () => {
    expect(await engine.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    expect(await unseenChanges(superuser, table, where)).toEqual(unseen);
    expect(await deletionIsSeen(superuser, table, where)).toBe(true);
  });

  it.each(ATTACKS)('refuses the application %s (%s)', async (_what, sqlState, statement) => {
    expect(await application.refusal(statement)).toBe(sqlState);
  });

  it('report a name that stood for another model, and a model that a name was', async () => {
    const moved = `UPDATE catalogue_document SET effective_from = '2026-10-16T00:00:00Z'
                    WHERE kind = 'served_models' AND version = 1`;
    expect((await superuser.with(moved)).reports['served-names-stood-for-models']).toEqual([
      'name did not stand for the model',
    ]);
    const named = "UPDATE model SET code = 'chat' WHERE code = 'kimi-k2'";
    expect((await superuser.with(named)).reports['served-names-stood-for-models']).toContain(
      'reported name is a model',
    );
  });

  it('report a notice that nobody is told of', async () => {
    const silent = "DELETE FROM outbox WHERE topic = 'price.notice'";
    expect((await superuser.with(silent)).reports['price-notices-are-as-approved']).toEqual([
      'nobody is told of a notice',
    ]);
  });
});
