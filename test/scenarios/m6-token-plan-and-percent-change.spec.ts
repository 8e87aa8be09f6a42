import { ApproveDraft, ChangePrices, SubmitDraft } from '@ciyuan/modules/catalogue';
import { TransferGrant } from '@ciyuan/modules/subscriptions';
import type { PriceBook } from '@ciyuan/core/catalogue';
import { SeededMarket } from '../support/seeded-market';
import { faultsOfSubmission, noticeOn, writeDraft } from '../support/signed-drafts';
import { postAs } from '../support/post-as';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/m6.md.

const RISE = '2026-05-09T00:00:00+08:00';
const TOLD = 'From 9 May on all prices of TokenHub are five per cent higher.';
const M = 1_000_000_000n;

describe('M6: one wallet for models of several vendors, and five per cent on a whole book', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-04-08T10:00:00+08:00');
    await market.openAccount('team', 'small_firm');
  });
  const post = (table: string) => postAs(market, 'gw-south', table);
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const rated = (ids: string) =>
    market.records(ids, 'record_id', 'drawn_milli', 'recognised_net', 'usage_gross', 'compute_cost');

  const gift = { by: 'personnel', preview: false };
  const give = (to: string, tokens: number) =>
    market.engine.get(TransferGrant).run({ from: 'works', to, tokens, ...gift });

  /** Every grant of June: whose, its tokens and price with and without VAT, and what left it for others. */
  const grants = async (): Promise<unknown[][]> => {
    const rows = await market.rows(
      `SELECT a.code, g.origin, g.quantity_milli / 1000000000 || ' M', trim_scale(g.price_gross)::text,
                trim_scale(g.price_net)::text AS net, g.released_milli / 1000000000 || ' M' AS given,
                trim_scale(g.released_gross)::text AS given_gross, trim_scale(g.released_net)::text AS given_net
           FROM ciyuan.grant_bucket AS g JOIN ciyuan.account AS a USING (account_id)
          WHERE a.code <> 'team' ORDER BY a.code = 'works' DESC, a.code, g.number`,
    );
    return rows.map((row) => Object.values(row));
  };

  describe('the whole book', () => {
    let body: PriceBook;
    let draftId = 0;
    it('is shown with five per cent on every price, and nothing is saved by that', async () => {
      const change = { code: 'tokenhub', percent: '5', from: Date.parse(RISE) };
      const prepared = must(await market.engine.get(ChangePrices).run(change));
      expect([prepared.basedOn, prepared.dropped, prepared.differences.length]).toEqual([1, 0, 12]);
      body = prepared.body;
      expect(body.entries.map(({ price }) => price)).toEqual([
        ...['1.05', '0.2625', '4.2'],
        ...['0.84', '0.14', '2.1'],
        ...['2.1', '0.21', '3.15'],
        ...['0.84', '0.168', '6.3'],
      ]);
      const versions = await market.rows(
        "SELECT version FROM ciyuan.catalogue_document WHERE code = 'tokenhub'",
      );
      expect(versions).toEqual([{ version: 1 }]);
    });

    it('is dearer once a second person has signed it, and not before 9 May', async () => {
      const risen = { kind: 'price_book', body, effectiveFrom: RISE } as const;
      const tooLate = noticeOn('2026-04-10T00:00:00+08:00', TOLD);
      expect(await faultsOfSubmission(market, { ...risen, notice: tooLate })).toEqual([
        'notice.announcedAt notice_too_short',
      ]);
      const notice = noticeOn('2026-04-09T00:00:00+08:00', TOLD);
      draftId = must(await writeDraft(market, { ...risen, notice })).id;
      must(await market.engine.get(SubmitDraft).run({ draftId, by: 'maker' }));
      const approve = (by: string) => market.engine.get(ApproveDraft).run({ draftId, by });
      expect(await approve('maker')).toEqual({ ok: false, refusal: { code: 'own_draft' } });
      expect(must(await approve('checker'))).toMatchObject({ document: { version: 2 }, reRateFrom: null });
      expect(await approve('checker')).toMatchObject({
        refusal: { code: 'wrong_state', state: 'approved' },
      });
    });
  });

  it('draws every model from the one wallet, each by its own coefficient', async () => {
    market.moveTo('2026-05-01T00:00:00+08:00');
    for (const plan of ['payg-tokenhub', 'token-plan-30m'])
      expect(await market.order('team', plan)).toBe('taken');
    market.moveTo('2026-05-07T20:00:00+08:00');
    expect(await post(ONE_WALLET)).toEqual(Array(3).fill('accepted'));
    expect(await rated('h%')).toEqual([
      ['h1', '11000000000', '10.343666666666', '0.000000000000', '2.150000000000'],
      ['h2', '9300000000', '8.745100000000', '0.000000000000', '3.865000000000'],
      ['h3', '6000000000', '5.642000000000', '0.000000000000', '1.520000000000'],
    ]);
    expect(await market.balance('team')).toEqual([['token-plan-30m', 30n * M, (263n * M) / 10n, 0n]]);
  });

  it('charges what goes beyond it by the book of the day: five per cent more from 9 May', async () => {
    market.moveTo('2026-05-10T20:00:00+08:00');
    expect(await post(AROUND_THE_RISE)).toEqual(Array(3).fill('accepted'));
    expect(await rated('i%')).toEqual([
      ['i1', '3700000000', '3.479233333334', '6.600000000000', '1.130000000000'],
      ['i2', '0', '0.000000000000', '6.300000000000', '0.500000000000'],
      ['i3', '0', '0.000000000000', '3.360000000000', '0.669000000000'],
    ]);
    expect(await market.balance('team')).toEqual([['token-plan-30m', 30n * M, 30n * M, 0n]]);
  });

  it('lets a company give tokens to its people, which leave its grant together with their price', async () => {
    market.moveTo('2026-06-01T00:00:00+08:00');
    await market.openAccount('works', 'small_firm');
    for (const person of ['ann', 'bo']) await market.openAccount(person, 'consumer');
    for (const account of ['works', 'ann', 'bo'])
      expect(await market.order(account, 'payg-tokenhub')).toBe('taken');
    expect(await market.order('works', 'token-plan-team-100m')).toBe('taken');
    expect(await market.order('ann', 'token-plan-30m')).toBe('taken');
    market.moveTo('2026-06-02T10:00:00+08:00');
    expect(must(await give('ann', 20_000_000)).parts).toMatchObject([{ milliTokens: 20n * M }]);
    expect(must(await give('bo', 10_000_000)).parts).toMatchObject([{ milliTokens: 10n * M }]);
    expect(await give('bo', 70_000_001)).toEqual({ ok: false, refusal: { code: 'not_enough_tokens' } });
    const [own] = await market.rows<{ number: string }>(
      "SELECT number FROM ciyuan.grant_bucket JOIN ciyuan.account USING (account_id) WHERE code = 'ann' ORDER BY number",
    );
    const named = { from: 'ann', to: 'bo', tokens: 1, grantNumber: Number(own?.number), ...gift };
    expect(await market.engine.get(TransferGrant).run(named)).toEqual({
      ok: false,
      refusal: { code: 'not_transferable' },
    });
    expect(await grants()).toEqual([
      ['works', 'sold', '100 M', '99', '93.4', '30 M', '29.7', '28.02'],
      ['ann', 'sold', '30 M', '29.9', '28.21', '0 M', '0', '0'],
      ['ann', 'received', '20 M', '19.8', '18.68', '0 M', '0', '0'],
      ['bo', 'received', '10 M', '9.9', '9.34', '0 M', '0', '0'],
    ]);
  });

  it('shares one wallet among the vendors whose models were really used', async () => {
    await market.endMonth('2026-05');
    await market.settle('2026-05');
    expect(await market.told('2026-05')).toBe(MAY_STATEMENTS);
  });

  it('burns what was given as a gift before what they have themselves, and recognises revenue where it is used', async () => {
    market.moveTo('2026-06-20T20:00:00+08:00');
    expect(await post(GIVEN)).toEqual(Array(4).fill('accepted'));
    expect(await rated('g%')).toEqual([
      ['g1', '11000000000', '10.274000000000', '0.000000000000', '2.150000000000'],
      ['g2', '22000000000', '20.630333333333', '0.000000000000', '5.800000000000'],
      ['g3', '5100000000', '4.763400000000', '0.000000000000', '2.215000000000'],
      ['g4', '51000000000', '47.634000000000', '0.000000000000', '7.730000000000'],
    ]);
    expect(await market.balance('ann')).toEqual([
      ['token-plan-team-100m', 20n * M, 20n * M, 0n],
      ['token-plan-30m', 30n * M, 13n * M, 0n],
    ]);
    expect(await market.balance('bo')).toEqual([['token-plan-team-100m', 10n * M, (51n * M) / 10n, 0n]]);
    expect(await market.balance('works')).toEqual([['token-plan-team-100m', 100n * M, 51n * M, 0n]]);
  });

  it('settles a gift by the plan that it came from, with what nobody used of it', async () => {
    await market.endMonth('2026-06');
    expect(await market.balance('bo')).toEqual([
      ['token-plan-team-100m', 10n * M, (51n * M) / 10n, (49n * M) / 10n],
    ]);
    expect((await market.balance('works'))[0]).toEqual(['token-plan-team-100m', 100n * M, 51n * M, 19n * M]);
    await market.settle('2026-06');
    expect(await market.told('2026-06')).toBe(JUNE_STATEMENTS);
  });
});

const ONE_WALLET = `
  h1 | team | 2026-05-05T10:00:00 | hunyuan-t1 | metax-c500 | input 4_000_000, cached_input 10_000_000, output 3_000_000
  h2 | team | 2026-05-06T10:00:00 | hunyuan-turbos | metax-c500 | input 10_000_000, cached_input 5_000_000, output 5_000_000
  h3 | team | 2026-05-07T10:00:00 | deepseek-v3.2 | metax-c500 | input 3_000_000, output 2_000_000`;
const AROUND_THE_RISE = `
  i1 | team | 2026-05-08T23:59:59 | glm-5-air | metax-c500 | input 1_000_000, output 2_000_000
  i2 | team | 2026-05-09T00:00:00 | glm-5-air | metax-c500 | output 1_000_000
  i3 | team | 2026-05-10T10:00:00 | hunyuan-turbos | metax-c500 | input 1_000_000, cached_input 3_000_000, output 1_000_000`;
const GIVEN = `
  g1 | ann | 2026-06-03T10:00:00 | hunyuan-t1 | metax-c500 | input 4_000_000, cached_input 10_000_000, output 3_000_000
  g2 | ann | 2026-06-10T10:00:00 | deepseek-v3.2 | metax-c500 | input 10_000_000, output 8_000_000
  g3 | bo | 2026-06-12T10:00:00 | hunyuan-turbos | metax-c500 | input 5_000_000, cached_input 5_000_000, output 3_000_000
  g4 | works | 2026-06-15T10:00:00 | glm-5-air | metax-c500 | input 21_000_000, output 10_000_000`;

const MAY_STATEMENTS = `
deepseek: token-plan-30m deepseek-v3.2 package 1.55
deepseek: issued 1.55 + 0.09 VAT = 1.64
metax-cloud: token-plan-30m deepseek-v3.2 package 1.52
metax-cloud: payg-tokenhub glm-5-air usage 1.05
metax-cloud: payg-tokenhub hunyuan-turbos usage 0.67
metax-cloud: token-plan-30m glm-5-air package 0.58
metax-cloud: token-plan-30m hunyuan-t1 package 2.15
metax-cloud: token-plan-30m hunyuan-turbos package 3.86
metax-cloud: issued 9.83 + 0.59 VAT = 10.42
operator: token-plan-30m deepseek-v3.2 package 2.57
operator: payg-tokenhub glm-5-air usage 6.86
operator: payg-tokenhub hunyuan-turbos usage 1.39
operator: token-plan-30m glm-5-air package 1.68
operator: token-plan-30m hunyuan-t1 package 4.58
operator: token-plan-30m hunyuan-turbos package 1.82
operator: issued 18.90 + 0.00 VAT = 18.90
tencent: payg-tokenhub hunyuan-turbos usage 1.11
tencent: token-plan-30m hunyuan-t1 package 3.62
tencent: token-plan-30m hunyuan-turbos package 3.06
tencent: issued 7.79 + 0.47 VAT = 8.26
zhipu: payg-tokenhub glm-5-air usage 4.26
zhipu: token-plan-30m glm-5-air package 1.22
zhipu: issued 5.48 + 0.33 VAT = 5.81`;

const JUNE_STATEMENTS = `
deepseek: token-plan-30m deepseek-v3.2 package 2.74
deepseek: token-plan-team-100m deepseek-v3.2 package 2.82
deepseek: issued 5.56 + 0.33 VAT = 5.89
metax-cloud: token-plan-30m deepseek-v3.2 package 4.54
metax-cloud: token-plan-team-100m deepseek-v3.2 package 1.26
metax-cloud: token-plan-team-100m glm-5-air package 7.73
metax-cloud: token-plan-team-100m hunyuan-t1 package 2.15
metax-cloud: token-plan-team-100m hunyuan-turbos package 2.22
metax-cloud: issued 17.90 + 1.07 VAT = 18.97
operator: token-plan-30m deepseek-v3.2 package 4.94
operator: token-plan-team-100m deepseek-v3.2 package 4.33
operator: token-plan-30m breakage 44.20
operator: token-plan-team-100m breakage 22.32
operator: token-plan-team-100m glm-5-air package 23.23
operator: token-plan-team-100m hunyuan-t1 package 4.53
operator: token-plan-team-100m hunyuan-turbos package 0.88
operator: issued 104.43 + 0.00 VAT = 104.43
tencent: token-plan-team-100m hunyuan-t1 package 3.59
tencent: token-plan-team-100m hunyuan-turbos package 1.67
tencent: issued 5.26 + 0.32 VAT = 5.58
zhipu: token-plan-team-100m glm-5-air package 16.67
zhipu: issued 16.67 + 1.00 VAT = 17.67`;
