import { ApproveDraft, ListConcerned, ListPriceNotices, SubmitDraft } from '@ciyuan/modules/catalogue';
import {
  ChangePlan,
  ChangeSubscription,
  HoldPrices,
  ListSubscriptions,
  ReadCommitments,
  RenewDue,
} from '@ciyuan/modules/subscriptions';
import type { PriceBook } from '@ciyuan/core/catalogue';
import { SeededMarket } from '../support/seeded-market';
import { faultsOfSubmission, latestBody, noticeOn, writeDraft } from '../support/signed-drafts';
import { postAs } from '../support/post-as';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/m4.md.

const APRIL_BEGINS = '2026-04-01T00:00:00+08:00';
const RISE = '2026-04-18T00:00:00+08:00';
const JUNE_BEGINS = '2026-06-01T00:00:00+08:00';
const TOLD = 'From 18 April on qwen3-max costs 34 % more, qwen-plus 5 %.';
const YUAN = 1_000_000_000_000n;
const CENT = YUAN / 100n;

describe('M4: a rise that is announced a month ahead, and those whom it reaches later or never', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-03-02T10:00:00+08:00');
    for (const account of ['trader', 'loyal']) await market.openAccount(account, 'enterprise');
    for (const account of ['maker', 'leaver']) await market.openAccount(account, 'small_firm');
    for (const account of ['trader', 'maker', 'leaver']) await market.order(account, 'payg-bailian');
    await market.order('loyal', 'payg-bailian-loyal');
    const leaving = { account: 'leaver', subscriptionId: await idOf('leaver', 'payg-bailian') };
    const change = { ...leaving, change: { end: 'period_end' }, by: 'mei', preview: false } as const;
    must(await market.engine.get(ChangeSubscription).run(change));
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = (table: string) => postAs(market, 'gw-south', table);
  const charged = (ids: string) => market.records(ids, 'record_id', 'trim_scale(usage_gross)::text');
  const idOf = async (account: string, plan: string): Promise<number> => {
    const taken = await market.engine.get(ListSubscriptions).run(account);
    return taken?.find((one) => one.plan.code === plan)?.id ?? 0;
  };
  /** What the contract counts, and what its period is short of and charges for. */
  const contract = async (): Promise<unknown> => {
    const [commitment] = (await market.engine.get(ReadCommitments).run('trader')) ?? [];
    const period = commitment?.periods[0];
    return period && [period.committed, period.consumed, period.shortfall, period.shortfallGross];
  };

  it('is signed by a second person, and refused where it would be announced too late', async () => {
    market.moveTo('2026-03-18T10:00:00+08:00');
    const book = await latestBody<PriceBook>(market, 'price_book', 'bailian-retail');
    const entries = book.entries.map((entry, row) => ({ ...entry, price: RISEN[row] }));
    const risen = { kind: 'price_book', body: { ...book, entries }, effectiveFrom: RISE } as const;
    const tooLate = noticeOn('2026-03-20T00:00:00+08:00', TOLD);
    expect(await faultsOfSubmission(market, { ...risen, notice: tooLate })).toEqual([
      'notice.announcedAt notice_too_short',
    ]);
    const notice = noticeOn('2026-03-18T12:00:00+08:00', TOLD);
    const { id: draftId } = must(await writeDraft(market, { ...risen, notice }));
    must(await market.engine.get(SubmitDraft).run({ draftId, by: 'maker' }));
    const approve = (by: string) => market.engine.get(ApproveDraft).run({ draftId, by });
    expect(await approve('maker')).toEqual({ ok: false, refusal: { code: 'own_draft' } });
    expect(must(await approve('checker'))).toMatchObject({ document: { version: 2 }, reRateFrom: null });
  });

  it('names everybody whom the notice concerns: not who is gone by then', async () => {
    const page = { kind: 'price_book', sort: '-announcedAt', limit: 10 } as const;
    const { items: notices } = await market.engine.get(ListPriceNotices).run(page);
    expect(notices).toMatchObject([{ code: 'bailian-retail', version: 2, text: TOLD }]);
    const concerned = await market.engine
      .get(ListConcerned)
      .run({ noticeId: notices[0]?.id ?? 0, sort: 'id', limit: 10 });
    expect(concerned?.items.map(({ account, segment, plan }) => [account, segment, plan])).toEqual([
      ['trader', 'enterprise', 'payg-bailian'],
      ['loyal', 'enterprise', 'payg-bailian-loyal'],
      ['maker', 'small_firm', 'payg-bailian'],
    ]);
  });

  it('leaves Maker the prices of 1 April until June, as somebody says so', async () => {
    market.moveTo(APRIL_BEGINS);
    const subscriptions = [{ account: 'maker', subscription: await idOf('maker', 'payg-bailian') }];
    const hold = { subscriptions, asOf: Date.parse(APRIL_BEGINS), until: Date.parse(JUNE_BEGINS) };
    const [held] = await market.engine.get(HoldPrices).run({ ...hold, by: 'mei', preview: false });
    expect(held?.outcome).toMatchObject({ ok: true, value: { subscriptions: [{ changed: true }] } });
    expect(await market.order('trader', 'bailian-spend-300')).toBe('taken');
    expect(await contract()).toEqual([300n * YUAN, 0n, 0n, 0n]);
  });

  it('sells an organisation one allowance for all of its members', async () => {
    expect(await market.order('trader', 'qwen-team-100m')).toBe('not_for_this_kind_of_customer');
    await market.registerCustomer('workshop', 'organisation', 'CN-ZJ', '91330100MA1WORKS5X');
    await market.openAccount('workshop', 'small_firm', 'workshop');
    expect(await market.order('workshop', 'qwen-team-100m')).toBe('taken');
    const [team] = (await market.engine.get(ListSubscriptions).run('workshop')) ?? [];
    expect(team?.plan.body.members).toEqual({
      perMember: { tokens: 2_000_000, per: 'day' },
      poolOf: 'allowance',
    });
  });

  it('charges each by the prices of the instant that holds for it', async () => {
    market.moveTo('2026-04-22T12:00:00+08:00');
    expect(await post(APRIL)).toEqual(Array(9).fill('accepted'));
    market.moveTo('2026-04-25T12:00:00+08:00');
    expect(await post(A_WEEK_LATE)).toEqual(['accepted']);
    expect(await charged('t%')).toEqual([
      ['t1', '32'],
      ['t2', '32'],
      ['t3', '42.88'],
      ['t4', '18.9'],
      ['t5', '18'],
    ]);
    expect(await charged('m%')).toEqual([
      ['m1', '32'],
      ['m2', '32'],
    ]);
    expect(await charged('l%')).toEqual([
      ['l1', '32'],
      ['l2', '18'],
    ]);
    expect(await market.records('o1', 'trim_scale(recognised_net)::text')).toEqual([['47.634']]);
    expect(await contract()).toEqual([300n * YUAN, 14_378n * CENT, 0n, 0n]);
  });

  it('shares April', async () => {
    await market.endMonth('2026-04');
    await market.settle('2026-04');
    expect(await market.told('2026-04')).toBe(APRIL_STATEMENTS);
  });

  it('reaches Maker in June, and Loyal with another tariff', async () => {
    market.moveTo('2026-05-20T12:00:00+08:00');
    const loyal = { account: 'loyal', subscriptionId: await idOf('loyal', 'payg-bailian-loyal') };
    const change = { ...loyal, plan: 'payg-bailian', when: 'period_end', by: 'mei', preview: false } as const;
    expect(must(await market.engine.get(ChangePlan).run(change)).endsAt).toBe(Date.parse(JUNE_BEGINS));
    market.moveTo('2026-06-10T12:00:00+08:00');
    expect(await post(MAY_AND_JUNE)).toEqual(Array(6).fill('accepted'));
    expect(await charged('u%')).toEqual([
      ['u1', '42.88'],
      ['u2', '32'],
      ['u3', '42.88'],
      ['u4', '32'],
      ['u5', '42.88'],
      ['u6', '18.9'],
    ]);
  });

  it('counts towards the contract what was charged, and charges nine tenths of what is missing', async () => {
    expect(await contract()).toEqual([300n * YUAN, 20_556n * CENT, 0n, 0n]);
    await market.endMonth('2026-06');
    await market.engine.get(RenewDue).run(market.engine.clock.now());
    expect(await contract()).toEqual([300n * YUAN, 20_556n * CENT, 9_444n * CENT, 85n * YUAN]);
  });
});

/** In the order of the book: qwen3-max, qwen-plus; input, cached input, output. */
const RISEN = ['4.288', '0.8576', '17.152', '0.84', '0.168', '2.1'];

const APRIL = `
  t1 | trader | 2026-04-10T10:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  t2 | trader | 2026-04-17T23:59:59 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  t3 | trader | 2026-04-18T00:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  t4 | trader | 2026-04-20T10:00:00 | qwen-plus | zhenwu-810e | input 10_000_000, output 5_000_000
  m1 | maker | 2026-04-17T10:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  m2 | maker | 2026-04-20T10:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  l1 | loyal | 2026-04-20T10:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  l2 | loyal | 2026-04-21T10:00:00 | qwen-plus | zhenwu-810e | input 10_000_000, output 5_000_000
  o1 | workshop | 2026-04-22T10:00:00 | qwen-plus | zhenwu-810e | input 31_000_000, output 20_000_000`;
const A_WEEK_LATE = `
  t5 | trader | 2026-04-17T22:00:00 | qwen-plus | zhenwu-810e | input 10_000_000, output 5_000_000`;
const MAY_AND_JUNE = `
  u1 | trader | 2026-05-10T10:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  u2 | maker | 2026-05-31T23:59:59 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  u3 | maker | 2026-06-01T00:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  u4 | loyal | 2026-05-31T23:59:59 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  u5 | loyal | 2026-06-01T00:00:00 | qwen3-max | zhenwu-810e | input 5_000_000, cached_input 5_000_000, output 1_000_000
  u6 | trader | 2026-06-09T10:00:00 | qwen-plus | zhenwu-810e | input 10_000_000, output 5_000_000`;

const APRIL_STATEMENTS = `
alibaba: payg-bailian-loyal qwen-plus usage 5.94
alibaba: payg-bailian-loyal qwen3-max usage 10.57
alibaba: payg-bailian qwen-plus usage 12.19
alibaba: payg-bailian qwen3-max usage 56.42
alibaba: qwen-team-100m qwen-plus package 16.67
alibaba: issued 101.79 + 6.11 VAT = 107.90
operator: payg-bailian-loyal qwen-plus usage 7.79
operator: payg-bailian-loyal qwen3-max usage 18.62
operator: payg-bailian qwen-plus usage 16.13
operator: payg-bailian qwen3-max usage 99.78
operator: qwen-team-100m breakage 45.77
operator: qwen-team-100m qwen-plus package 18.86
operator: issued 206.95 + 0.00 VAT = 206.95
pingtouge-cloud: payg-bailian-loyal qwen-plus usage 3.25
pingtouge-cloud: payg-bailian-loyal qwen3-max usage 1.00
pingtouge-cloud: payg-bailian qwen-plus usage 6.50
pingtouge-cloud: payg-bailian qwen3-max usage 5.00
pingtouge-cloud: qwen-team-100m qwen-plus package 12.10
pingtouge-cloud: issued 27.85 + 1.67 VAT = 29.52`;
