import type { DocumentKind } from '@ciyuan/core/charging';
import {
  BOOK,
  CONTRACT,
  MAY,
  NOW,
  OTHER_TABLE,
  PLAN,
  TABLE,
  startCatalogue,
  type RunningCatalogue,
} from '../../../../test/support/catalogue-bodies';
import { must, refusalOf } from '../../../../test/support/answers';
import { runChecks } from '@ciyuan/platform/database';
import { DefineModel } from '../define-model';
import { PublishDocument } from '../publish-document';
import { ReadDocuments } from '../read-documents';
import { ApproveDraft } from './approve-draft';
import { LEAD_MS } from './draft-checks';
import { ListDrafts } from './list-drafts';
import { ReadDraft } from './read-draft';
import { RejectDraft } from './reject-draft';
import { SaveDraft } from './save-draft';
import { SubmitDraft } from './submit-draft';
import { WithdrawDraft } from './withdraw-draft';

const SOON = NOW + LEAD_MS;
const DAY_MS = 86_400_000;
const OTHER_RATE = { ...CONTRACT, lateWindowDays: 31 };

describe('a draft', () => {
  let catalogue: RunningCatalogue;
  beforeEach(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
  });
  afterEach(async () => {
    const results = await catalogue.inTransaction(runChecks);
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
    await catalogue.stop();
  });

  const save = (kind: DocumentKind, body: unknown, more: object = {}) =>
    catalogue.app
      .get(SaveDraft)
      .run({ kind, body, effectiveFrom: SOON, backDated: false, by: 'mei', ...more });
  const change = (draftId: number, body: unknown, more: object = {}) =>
    catalogue.app
      .get(SaveDraft)
      .run({ draftId, body, effectiveFrom: SOON, backDated: false, by: 'mei', ...more });
  const submit = (draftId: number, by = 'mei') => catalogue.app.get(SubmitDraft).run({ draftId, by });
  const approve = (draftId: number, by = 'chen') => catalogue.app.get(ApproveDraft).run({ draftId, by });
  const reject = (draftId: number, by = 'chen') =>
    catalogue.app.get(RejectDraft).run({ draftId, by, reason: 'too dear' });
  const withdraw = (draftId: number, by = 'mei') => catalogue.app.get(WithdrawDraft).run({ draftId, by });
  const versions = async (kind: DocumentKind, code: string) =>
    (await catalogue.app.get(ReadDocuments).run(kind, code)).map(({ version }) => version);
  const submitted = async (kind: DocumentKind, body: unknown, more: object = {}): Promise<number> => {
    const { id } = must(await save(kind, body, more));
    must(await submit(id));
    return id;
  };

  it('is written by one, approved by another, and in force from its date on', async () => {
    const draft = must(await save('coefficient_table', OTHER_TABLE));
    expect(draft).toMatchObject({ code: 'standard', state: 'draft', author: 'mei', baseVersion: 1 });
    expect(must(await submit(draft.id))).toMatchObject({ state: 'submitted', submittedAt: NOW });
    expect(await versions('coefficient_table', 'standard')).toEqual([1]);
    const approved = must(await approve(draft.id));
    expect(approved.reRateFrom).toBeNull();
    expect(approved.draft).toMatchObject({ state: 'approved', decidedBy: 'chen', decidedAt: NOW });
    expect(approved.document).toMatchObject({ version: 2, effectiveFrom: SOON, createdBy: 'mei' });
    expect(approved.document.body).toEqual(OTHER_TABLE);
    expect(approved.draft.documentId).toBe(approved.document.id);
    const stored = await catalogue.app.get(ReadDocuments).run('coefficient_table', 'standard');
    expect(stored[1]).toEqual(approved.document);
  });

  it('of a new document is made from no version', async () => {
    const id = await submitted('coefficient_table', { ...TABLE, code: 'new' });
    expect(must(await approve(id))).toMatchObject({ draft: { baseVersion: null }, document: { version: 1 } });
  });

  it('is rejected with a reason, or withdrawn by its author, and that stands', async () => {
    const rejected = await submitted('contract', OTHER_RATE);
    expect(must(await reject(rejected))).toMatchObject({
      state: 'rejected',
      reason: 'too dear',
      decidedBy: 'chen',
    });
    const open = must(await save('contract', OTHER_RATE)).id;
    expect(must(await withdraw(open))).toMatchObject({
      state: 'withdrawn',
      submittedAt: null,
      decidedBy: null,
    });
    const waiting = await submitted('contract', OTHER_RATE);
    expect(must(await withdraw(waiting)).state).toBe('withdrawn');
    for (const id of [rejected, open, waiting]) {
      const answers = [await submit(id), await approve(id), await reject(id), await withdraw(id)];
      const codes = answers.map((answer) => (answer.ok ? '' : answer.refusal.code));
      expect(codes).toEqual(Array(4).fill('wrong_state'));
    }
    expect(await versions('contract', 'gw-east')).toEqual([1]);
  });

  it('keeps nothing that could not be published, and says everything that is wrong and where', async () => {
    const faulty = {
      ...BOOK,
      entries: [BOOK.entries[0], BOOK.entries[0], { ...BOOK.entries[0], model: 'glm-6' }],
    };
    const refused = refusalOf(await save('price_book', faulty));
    expect(refused).toMatchObject({ code: 'invalid' });
    expect('faults' in refused ? refused.faults.map(({ path, code }) => `${path} ${code}`) : []).toEqual([
      'entries.1 tie',
      'entries.2.model unknown_model',
    ]);
    expect(refusalOf(await save('plan', { ...PLAN, discount: '1' }))).toMatchObject({
      faults: [{ path: 'discount', code: 'unknown_field' }],
    });
    expect((await catalogue.app.get(ListDrafts).run({ sort: 'createdAt', limit: 9 })).items).toEqual([]);
  });

  it.each<[string, DocumentKind, unknown, object, object]>([
    [
      'an instant too early',
      'contract',
      OTHER_RATE,
      { effectiveFrom: SOON - 1 },
      { code: 'effective_from_too_early', earliest: SOON },
    ],
    ['what is in force already', 'contract', CONTRACT, {}, { code: 'changes_nothing', version: 1 }],
    [
      'an older version',
      'contract',
      OTHER_RATE,
      { baseVersion: null },
      { code: 'stale', baseVersion: null, latestVersion: 1 },
    ],
    [
      'a version yet to come',
      'contract',
      OTHER_RATE,
      { baseVersion: 2 },
      { code: 'stale', baseVersion: 2, latestVersion: 1 },
    ],
  ])('is refused for %s', async (_what, kind, body, more, refusal) => {
    expect(refusalOf(await save(kind, body, more))).toMatchObject(refusal);
    expect((await catalogue.app.get(ListDrafts).run({ sort: 'createdAt', limit: 9 })).items).toEqual([]);
  });

  it('changes in the hands of its author until it is submitted', async () => {
    const { id } = must(await save('contract', OTHER_RATE));
    expect(must(await change(id, { ...OTHER_RATE, lateWindowDays: 32 })).body).toMatchObject({
      lateWindowDays: 32,
    });
    expect(refusalOf(await change(id, OTHER_RATE, { by: 'admin' }))).toEqual({
      code: 'not_the_author',
      author: 'mei',
    });
    expect(refusalOf(await submit(id, 'li'))).toEqual({ code: 'not_the_author', author: 'mei' });
    expect(refusalOf(await withdraw(id, 'li'))).toEqual({ code: 'not_the_author', author: 'mei' });
    expect(refusalOf(await change(id, { ...OTHER_RATE, partner: 'zhipu' }))).toMatchObject({
      faults: [{ path: 'partner', code: 'code_changed' }],
    });
    expect(refusalOf(await change(99, OTHER_RATE))).toEqual({ code: 'not_found' });
    must(await submit(id));
    expect(refusalOf(await change(id, OTHER_RATE))).toEqual({ code: 'wrong_state', state: 'submitted' });
  });

  it('is decided by somebody else, once it is submitted', async () => {
    const { id } = must(await save('contract', OTHER_RATE));
    expect(refusalOf(await approve(id))).toEqual({ code: 'wrong_state', state: 'draft' });
    expect(refusalOf(await reject(id))).toEqual({ code: 'wrong_state', state: 'draft' });
    must(await submit(id));
    expect(refusalOf(await approve(id, 'mei'))).toEqual({ code: 'own_draft' });
    expect(refusalOf(await reject(id, 'mei'))).toEqual({ code: 'own_draft' });
    expect(refusalOf(await approve(99))).toEqual({ code: 'not_found' });
    expect(refusalOf(await reject(99))).toEqual({ code: 'not_found' });
    expect(refusalOf(await withdraw(99))).toEqual({ code: 'not_found' });
    expect(refusalOf(await submit(99))).toEqual({ code: 'not_found' });
    expect(await versions('contract', 'gw-east')).toEqual([1]);
  });

  it('that waited too long is not approved any more', async () => {
    const waiting = await submitted('contract', OTHER_RATE);
    const open = must(await save('contract', { ...OTHER_RATE, lateWindowDays: 7 })).id;
    catalogue.clock.moveBy(1);
    const tooEarly = { code: 'effective_from_too_early', earliest: SOON + 1 };
    expect(refusalOf(await submit(open))).toEqual(tooEarly);
    expect(refusalOf(await approve(waiting))).toEqual(tooEarly);
    expect(must(await change(open, OTHER_RATE, { effectiveFrom: SOON + 1 })).effectiveFrom).toBe(SOON + 1);
  });

  it('that is back-dated is approved all the same, and says from when on to rate again', async () => {
    const past = await submitted('contract', OTHER_RATE, { effectiveFrom: MAY, backDated: true });
    expect(must(await approve(past)).reRateFrom).toBe(MAY);
    const near = await submitted('contract', CONTRACT, { effectiveFrom: SOON - 1, backDated: true });
    expect(must(await approve(near)).reRateFrom).toBe(SOON - 1);
    const later = await submitted('contract', OTHER_RATE, { effectiveFrom: SOON, backDated: true });
    expect(must(await approve(later)).reRateFrom).toBeNull();
  });

  it('is stale once the document has another version, until it is made from that one', async () => {
    const open = must(await save('contract', OTHER_RATE)).id;
    const waiting = await submitted('contract', { ...OTHER_RATE, lateWindowDays: 40 });
    must(await approve(await submitted('contract', { ...OTHER_RATE, lateWindowDays: 50 })));
    const stale = { code: 'stale', baseVersion: 1, latestVersion: 2 };
    expect(refusalOf(await approve(waiting))).toEqual(stale);
    expect(refusalOf(await submit(open))).toEqual(stale);
    expect(refusalOf(await change(open, OTHER_RATE))).toEqual(stale);
    expect((await catalogue.app.get(ReadDraft).run(waiting))?.isStale).toBe(true);
    const later = { effectiveFrom: SOON + DAY_MS, baseVersion: 2 };
    expect(must(await change(open, OTHER_RATE, later)).baseVersion).toBe(2);
    must(await submit(open));
    expect(must(await approve(open)).document.version).toBe(3);
  });

  it('is checked against the catalogue as it is when it is approved', async () => {
    const rule = (code: string) => ({
      code,
      match: { model: 'kimi' },
      breakage: 'operator',
      rule: RULE_BODY,
    });
    must(await catalogue.app.get(DefineModel).run({ code: 'kimi', name: 'Kimi', vendor: 'zhipu' }));
    const [first, second] = [
      await submitted('split_rule', rule('a')),
      await submitted('split_rule', rule('b')),
    ];
    must(await approve(first));
    expect(refusalOf(await approve(second))).toMatchObject({
      code: 'invalid',
      faults: [{ path: 'match', code: 'subject_taken' }],
    });
  });

  it('shows what it changes in the version that it follows', async () => {
    const dearer = { ...BOOK, entries: [{ ...BOOK.entries[0], price: '5' }] };
    const { id } = must(await save('price_book', dearer));
    const path = 'entries[class=input effectiveFrom=2026-01-01T00:00:00Z model=glm-5].price';
    const changes = [{ path, before: '4', after: '5' }];
    expect(await catalogue.app.get(ReadDraft).run(id)).toMatchObject({
      isStale: false,
      follows: { version: 1 },
      changes,
    });
    must(await submit(id));
    must(await approve(id));
    expect(await catalogue.app.get(ReadDraft).run(id)).toMatchObject({
      isStale: false,
      follows: { version: 1 },
      changes,
    });
    expect(await catalogue.app.get(ReadDraft).run(99)).toBeUndefined();
  });

  it('before every version of its document follows none', async () => {
    const body = { ...CONTRACT, lateWindowDays: 1 };
    const { id } = must(
      await save('contract', body, { effectiveFrom: Date.UTC(2025, 0, 1), backDated: true }),
    );
    const found = await catalogue.app.get(ReadDraft).run(id);
    expect(found?.follows).toBeUndefined();
    expect(found?.changes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['partner', 'lateWindowDays']),
    );
  });

  it('is listed by state, kind and code, the latest first', async () => {
    const one = must(await save('contract', OTHER_RATE)).id;
    const two = await submitted('coefficient_table', OTHER_TABLE);
    const three = must(await save('coefficient_table', { ...TABLE, code: 'new' })).id;
    const listed = async (filter: object): Promise<number[]> =>
      (await catalogue.app.get(ListDrafts).run({ sort: '-createdAt', limit: 9, ...filter })).items.map(
        ({ id }) => id,
      );
    expect(await listed({})).toEqual([three, two, one]);
    expect(await listed({ limit: 2 })).toEqual([three, two]);
    expect(await listed({ state: 'submitted' })).toEqual([two]);
    expect(await listed({ kind: 'coefficient_table' })).toEqual([three, two]);
    expect(await listed({ kind: 'coefficient_table', code: 'new' })).toEqual([three]);
  });

  it('and what an installation publishes are numbered as one row of versions', async () => {
    const id = await submitted('contract', OTHER_RATE);
    const seed = {
      kind: 'contract',
      body: { ...OTHER_RATE, lateWindowDays: 60 },
      effectiveFrom: MAY,
      by: 'seed',
    } as const;
    must(await catalogue.app.get(PublishDocument).run(seed));
    expect(refusalOf(await approve(id))).toMatchObject({ code: 'stale', latestVersion: 2 });
    expect(await versions('contract', 'gw-east')).toEqual([1, 2]);
  });
});

const RULE_BODY = { vatRate: '0.06', vatIncluded: true, residual: 'operator', steps: [] };
