import {
  BOOK,
  CONTRACT,
  JANUARY,
  MARCH,
  MAY,
  NOW,
  PLAN,
  startCatalogue,
  type RunningCatalogue,
} from '../../../../test/support/catalogue-bodies';
import { must, refusalOf } from '../../../../test/support/answers';
import type { DocumentKind } from '@ciyuan/core/charging';
import { MS_PER_DAY, formatInstant } from '@ciyuan/core/kernel';
import { runChecks } from '@ciyuan/platform/database';
import { ApproveDraft } from '../drafts/approve-draft';
import { LEAD_MS } from '../drafts/draft-checks';
import { ReadDraft } from '../drafts/read-draft';
import { SaveDraft } from '../drafts/save-draft';
import { SubmitDraft } from '../drafts/submit-draft';
import { ListPriceNotices } from './list-price-notices';

const SOON = NOW + LEAD_MS;
const POLICY = {
  code: 'notice',
  rules: [{ audience: { all: true }, change: 'price_rise', channels: ['sms', 'in_app'], leadDays: 30 }],
};
const FIRST = BOOK.entries[0] as (typeof BOOK.entries)[number];
const dearer = { ...BOOK, entries: [{ ...FIRST, price: '5' }] };
const cheaper = { ...BOOK, entries: [{ ...FIRST, price: '3' }] };
const BASE = {
  ...PLAN,
  code: 'base',
  role: 'base',
  price: '0',
  allowance: undefined,
  coefficientTable: undefined,
  firstPeriod: { ...PLAN.firstPeriod, mode: 'full' },
  priceBook: 'retail',
};
const notice = (announcedAt = NOW, more: object = {}): object => ({
  announcedAt: formatInstant(announcedAt),
  audience: { all: true },
  channels: ['sms', 'in_app'],
  text: 'From July on a million tokens cost 5 yuan.',
  ...more,
});

describe('a version that makes something dearer', () => {
  let catalogue: RunningCatalogue;
  beforeEach(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
    const { allowance: _allowance, coefficientTable: _table, ...base } = BASE;
    must(await catalogue.publish('plan', base));
    must(await catalogue.publish('notice_policy', POLICY));
  });
  afterEach(async () => {
    const results = await catalogue.inTransaction(runChecks);
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
    await catalogue.stop();
  });

  const save = (kind: DocumentKind, body: unknown, effectiveFrom: number, more: object = {}) =>
    catalogue.app.get(SaveDraft).run({ kind, body, effectiveFrom, backDated: false, by: 'mei', ...more });
  const submit = (draftId: number) => catalogue.app.get(SubmitDraft).run({ draftId, by: 'mei' });
  const approve = (draftId: number) => catalogue.app.get(ApproveDraft).run({ draftId, by: 'chen' });
  const submitted = async (
    kind: DocumentKind,
    body: unknown,
    effectiveFrom: number,
    more: object = {},
  ): Promise<number> => {
    const { id } = must(await save(kind, body, effectiveFrom, more));
    must(await submit(id));
    return id;
  };
  const faults = (answer: { ok: boolean; refusal?: unknown }): string[] =>
    (answer.refusal as { faults: { path: string; code: string }[] }).faults.map(
      ({ path, code }) => `${path} ${code}`,
    );
  const notices = async () =>
    (await catalogue.app.get(ListPriceNotices).run({ sort: '-announcedAt', limit: 9 })).items;
  const events = () =>
    catalogue.inTransaction((tx) =>
      tx.rows("SELECT payload FROM ciyuan.outbox WHERE topic = 'price.notice' ORDER BY batch_id"),
    );

  it('is kept as a draft, and laid before nobody without the notice that the policy asks for', async () => {
    const { id } = must(await save('price_book', dearer, NOW + 30 * MS_PER_DAY));
    expect(faults(await submit(id))).toEqual(['notice notice_missing']);
    expect(await notices()).toEqual([]);
  });

  it('is announced long enough before, and is told with its approval', async () => {
    const from = NOW + 30 * MS_PER_DAY;
    const short = { notice: notice(NOW + 1) };
    const { id } = must(await save('price_book', dearer, from, short));
    expect(faults(await submit(id))).toEqual(['notice.announcedAt notice_too_short']);
    const long = {
      draftId: id,
      body: dearer,
      effectiveFrom: from + 1,
      backDated: false,
      by: 'mei',
      ...short,
    };
    must(await catalogue.app.get(SaveDraft).run(long));
    must(await submit(id));
    const { document } = must(await approve(id));
    const [told] = await notices();
    expect(await notices()).toEqual([
      {
        ...{ kind: 'price_book', code: 'retail', version: 2, documentId: document.id },
        ...{ audience: { all: true }, channels: ['sms', 'in_app'], effectiveFrom: from + 1 },
        ...{ announcedAt: NOW + 1, createdAt: NOW, text: 'From July on a million tokens cost 5 yuan.' },
        id: told?.id,
      },
    ]);
    expect(await events()).toEqual([
      { payload: { notice: told?.id, kind: 'price_book', code: 'retail', version: 2 } },
    ]);
    expect((await catalogue.app.get(ReadDraft).run(id))?.draft.notice).toEqual(notice(NOW + 1));
  });

  it('is not approved once the day of its announcement has passed', async () => {
    const id = await submitted('price_book', dearer, NOW + 60 * MS_PER_DAY, { notice: notice() });
    catalogue.clock.moveBy(1);
    expect(faults(await approve(id))).toEqual(['notice.announcedAt announced_in_the_past']);
    expect([await notices(), await events()]).toEqual([[], []]);
  });

  it('is looked at again when it is approved: by the policy of then', async () => {
    const id = await submitted('price_book', dearer, NOW + 30 * MS_PER_DAY, { notice: notice() });
    const [rule] = POLICY.rules;
    const longer = { ...POLICY, rules: [{ ...rule, leadDays: 31 }] };
    must(await catalogue.publish('notice_policy', longer, JANUARY + 1));
    expect(faults(await approve(id))).toEqual(['notice.announcedAt notice_too_short']);
  });

  it('is a plan, too', async () => {
    const plan = { ...PLAN, price: '10.90' };
    const from = NOW + 40 * MS_PER_DAY;
    const other = notice(NOW, { channels: ['sms'], audience: { segments: ['developer'] } });
    const { id } = must(await save('plan', plan, from, { notice: other }));
    expect(faults(await submit(id))).toEqual([
      'notice.channels channel_missing',
      'notice.audience audience_missing',
    ]);
    must(await approve(await submitted('plan', plan, from, { notice: notice() })));
    expect(await notices()).toMatchObject([{ kind: 'plan', code: 'personal', version: 2 }]);
  });

  it('is announced to those alone whom the rule lets in that the plan names', async () => {
    const rule = (segments: string[]) => ({ code: 'people', name: 'People', segments });
    must(await catalogue.publish('eligibility_rule', rule(['consumer'])));
    const developers = { ...POLICY.rules[0], audience: { segments: ['developer'] } };
    must(await catalogue.publish('notice_policy', { ...POLICY, rules: [developers] }, JANUARY + 1));
    const ruled = { ...PLAN, code: 'ruled', eligibilityRule: 'people' };
    must(await catalogue.publish('plan', ruled));
    const from = NOW + 60 * MS_PER_DAY;
    const { id } = must(await save('plan', { ...ruled, price: '10.90' }, from));
    must(await submit(id));
    must(await catalogue.publish('eligibility_rule', rule(['developer']), from));
    const { id: later } = must(await save('plan', { ...ruled, price: '11.90' }, from + 1));
    expect(faults(await submit(later))).toEqual(['notice notice_missing']);
  });

  it('is announced to whoever took up what charges by the book, by whichever version of its rule', async () => {
    const rule = (segments: string[]) => ({ code: 'people', name: 'People', segments });
    const developers = { ...POLICY.rules[0], audience: { segments: ['developer'] } };
    must(await catalogue.publish('notice_policy', { ...POLICY, rules: [developers] }, JANUARY + 1));
    must(await catalogue.publish('price_book', { ...BOOK, code: 'own' }));
    must(await catalogue.publish('eligibility_rule', rule(['consumer'])));
    const { allowance: _allowance, coefficientTable: _table, ...base } = BASE;
    must(
      await catalogue.publish('plan', { ...base, code: 'own', priceBook: 'own', eligibilityRule: 'people' }),
    );
    const own = { ...dearer, code: 'own' };
    must(await submit(must(await save('price_book', own, NOW + 60 * MS_PER_DAY)).id));
    must(await catalogue.publish('eligibility_rule', rule(['developer']), MARCH));
    must(await catalogue.publish('eligibility_rule', rule(['consumer']), MAY));
    const { id } = must(await save('price_book', own, NOW + 61 * MS_PER_DAY));
    expect(faults(await submit(id))).toEqual(['notice notice_missing']);
  });

  it.each<[string, DocumentKind, unknown]>([
    ['a cheaper book', 'price_book', cheaper],
    ['a first book', 'price_book', { ...dearer, code: 'other' }],
    ['a cheaper plan', 'plan', { ...PLAN, price: '8.90' }],
    ['a contract', 'contract', { ...CONTRACT, lateWindowDays: 31 }],
  ])('is not %s: that needs no notice', async (_what, kind, body) => {
    must(await approve(await submitted(kind, body, SOON)));
    expect(await notices()).toEqual([]);
  });

  it('may be announced where nothing asks for it', async () => {
    must(await approve(await submitted('price_book', cheaper, SOON, { notice: notice(SOON) })));
    expect(await notices()).toMatchObject([{ code: 'retail', announcedAt: SOON, effectiveFrom: SOON }]);
  });

  it.each<[string, DocumentKind, unknown, object, string[]]>([
    [
      'of what has no prices',
      'contract',
      { ...CONTRACT, lateWindowDays: 31 },
      notice(),
      ['notice no_prices'],
    ],
    ['without words', 'price_book', cheaper, { ...notice(), text: ' ' }, ['notice.text too_small']],
    [
      'by a way that there is not',
      'price_book',
      cheaper,
      notice(NOW, { channels: ['pigeon'] }),
      ['notice.channels.0 invalid_value'],
    ],
    ['to nobody', 'price_book', cheaper, notice(NOW, { audience: {} }), ['notice.audience all_or_segments']],
  ])('is not announced %s', async (_what, kind, body, told, expected) => {
    expect(faults(await save(kind, body, SOON, { notice: told }))).toEqual(expected);
    expect(refusalOf(await save(kind, body, SOON, { notice: told }))).toMatchObject({ code: 'invalid' });
  });

  it('has one policy to ask for notice', async () => {
    const second = await catalogue.publish('notice_policy', { ...POLICY, code: 'second' });
    expect(faults(second)).toEqual(['code subject_taken']);
    const both = { ...POLICY, rules: [{ ...POLICY.rules[0], audience: { all: true, segments: ['x'] } }] };
    expect(faults(await catalogue.publish('notice_policy', both, NOW))).toEqual([
      'rules.0.audience all_or_segments',
    ]);
  });
});
