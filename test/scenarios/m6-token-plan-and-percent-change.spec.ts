import { ApproveDraft, ChangePrices, SubmitDraft } from '@ciyuan/modules/catalogue';
import type { PriceBook } from '@ciyuan/core/catalogue';
import { SeededMarket } from '../support/seeded-market';
import { writeDraft } from '../support/signed-drafts';
import { postAs } from '../support/post-as';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/m6.md.

const RISE = '2026-05-09T00:00:00+08:00';
const M = 1_000_000_000n;

describe('M6: one wallet for models of several vendors, and five per cent on a whole book', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-05-01T00:00:00+08:00');
    await market.openAccount('team', 'small_firm');
    await market.order('team', 'payg-tokenhub');
    await market.order('team', 'token-plan-30m');
  });
  const post = (table: string) => postAs(market, 'gw-south', table);
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const rated = (ids: string) =>
    market.records(ids, 'record_id', 'drawn_milli', 'recognised_net', 'usage_gross', 'compute_cost');

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
      draftId = must(await writeDraft(market, { kind: 'price_book', body, effectiveFrom: RISE })).id;
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

  it('shares one wallet among the vendors whose models were really used', async () => {
    await market.endMonth('2026-05');
    await market.settle('2026-05');
    expect(await market.told('2026-05')).toBe(MAY_STATEMENTS);
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
