import { HttpMarket } from '../../../../test/support/http-market';
import { POOLED } from '../../../../test/support/offers';
import { openAccount, publish } from '../../../../test/support/market';

const NOW = '2026-10-01T00:00:00+08:00';
const POOL = {
  code: 'spring',
  name: 'Spring',
  tokens: 10_000,
  startsAt: '2026-01-01T00:00:00+08:00',
  endsAt: null,
};
const VIEW = { ...POOL, takenTokens: 0, startsAt: '2025-12-31T16:00:00Z' };

describe('campaign pools over HTTP', () => {
  let market: HttpMarket;
  beforeAll(async () => {
    market = await HttpMarket.open(NOW);
  });
  afterAll(() => market.close());

  const post = (path: string, body: object, role: 'maker' | 'operations' | 'checker' = 'maker') =>
    market.post(`/v1/campaign-pools${path}`, body, role);
  const topUp = (body: object) => post('/spring/top-ups', body);

  it('are opened by makers, once, and seen by all staff', async () => {
    expect((await post('', POOL, 'operations')).status).toBe(403);
    expect((await post('', POOL, 'checker')).status).toBe(403);
    for (let time = 0; time < 2; time++)
      expect(await post('', POOL)).toMatchObject({ status: 201, body: VIEW });
    expect((await post('', { ...POOL, name: 'Autumn' })).status).toBe(409);
    expect((await post('', { ...POOL, code: 'x', endsAt: POOL.startsAt })).status).toBe(422);
    expect((await post('', { ...POOL, code: 'x', tokens: 0.5 })).status).toBe(400);
    expect((await market.get('/v1/campaign-pools', 'finance')).body).toEqual({
      pools: [VIEW],
      next: null,
    });
    expect((await market.get('/v1/campaign-pools', 'partner')).status).toBe(403);
  });

  it('run dry, and are filled up once for each reference, by somebody whose name is kept', async () => {
    await publish(market.engine, 'plan', POOLED);
    await openAccount(market.engine, 'ann', [], NOW);
    const order = () =>
      market.post('/v1/accounts/ann/subscriptions', { plan: 'pooled', startsAt: NOW }, 'operations');
    expect((await order()).status).toBe(201);
    const dry = await order();
    expect([dry.status, dry.body.faults]).toMatchObject([409, [{ path: 'plan', code: 'campaign_pool_dry' }]]);
    const more = { reference: 'march', tokens: 10_000 };
    for (let time = 0; time < 2; time++)
      expect(await topUp(more)).toMatchObject({ status: 201, body: { tokens: 20_000, takenTokens: 10_000 } });
    expect((await topUp({ ...more, tokens: 1 })).status).toBe(409);
    expect((await topUp({ ...more, tokens: 0 })).status).toBe(400);
    expect((await post('/nothing/top-ups', more)).status).toBe(404);
    expect((await order()).status).toBe(201);
    const [put] = await market.engine.rows(
      "SELECT added_by, tokens FROM ciyuan.campaign_top_up WHERE reference = 'march'",
    );
    expect(put).toEqual({ added_by: 'maker', tokens: '10000' });
    expect(await market.engine.violations()).toEqual([]);
  });
});
