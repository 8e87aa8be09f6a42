import type { ReRatingView } from '../../apps/charging/src/corrections/re-ratings.dto';
import type { ExplanationView } from '../../apps/charging/src/explanations/explanation.dto';
import type { UsageResults } from '../../apps/charging/src/usage/usage.dto';
import { VerifyMonth } from '@ciyuan/modules/reporting';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';

const OCTOBER = '2026-10-01T00:00:00+08:00';
const BEFORE = '2026-10-14T23:59:59+08:00';
const CHANGE = '2026-10-15T00:00:00+08:00';
const KIMI = { vendor: 'kimi' };
const MONTH = { account: 'alice', from: OCTOBER, until: '2026-11-01T00:00:00+08:00', reason: 'other names' };

const names = (code: string, aliases: Readonly<Record<string, string>>, more: object = {}): object => ({
  code,
  ...more,
  aliases: Object.entries(aliases).map(([name, model]) => ({ name, model })),
});
const call = (id: string, at: string, model: string, more: Record<string, string> = {}) =>
  usage(id, 'alice', at, { input: 1_000_000, output: 1_000 }, { model, ...more });

describe('a name that a gateway reports', () => {
  let market: HttpMarket;
  const outcomes = async (...records: object[]): Promise<string[]> => {
    const { body } = await market.report<UsageResults>(...records);
    return body.results.map((one) => `${one.status} ${one.suspense?.reason ?? ''}`.trim());
  };
  const explained = async (id: string): Promise<ExplanationView> => {
    const path = `/v1/usage/explanation?partner=gateway&id=${id}`;
    return (await market.get<ExplanationView>(path, 'finance')).body;
  };
  const modelsOf = async (id: string): Promise<(string | null)[]> => {
    const { record, agrees } = await explained(id);
    return [record.reportedModel, record.model, record.vendor, agrees ? 'agrees' : 'differs'];
  };
  const verified = () => market.app.get(VerifyMonth).run('2026-10');

  beforeAll(async () => {
    market = await HttpMarket.open(OCTOBER);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], OCTOBER);
    market.engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterEach(async () => {
    expect(await market.engine.violations()).toEqual([]);
    expect(await verified()).toMatchObject({ differences: [] });
  });

  afterAll(() => market.close());

  it('waits while nobody has said what it stands for, and is charged once somebody has', async () => {
    expect(await outcomes(call('w1', BEFORE, 'chat'))).toEqual(['suspense unknown_model']);
    await publish(market.engine, 'served_models', names('general', { chat: 'glm-5' }), Date.parse(OCTOBER));
    const key = 'gateway api w1';
    const recycled = await market.post<object>('/v1/suspense/recycle', { keys: [key] }, 'operations');
    expect(recycled.body).toMatchObject({ charged: 1 });
    expect(await modelsOf('w1')).toEqual(['chat', 'glm-5', 'zhipu', 'agrees']);
  });

  it('stands for another model from a version’s first instant on, and its vendor has the usage', async () => {
    await publish(market.engine, 'served_models', names('general', { chat: 'kimi-k2' }), Date.parse(CHANGE));
    expect(
      await outcomes(
        call('v1', BEFORE, 'chat'),
        call('v2', CHANGE, 'chat', KIMI),
        call('v3', CHANGE, 'chat'),
        call('v4', CHANGE, 'glm-5'),
      ),
    ).toEqual(['accepted', 'accepted', 'suspense not_contracted', 'accepted']);
    expect(await modelsOf('v1')).toEqual(['chat', 'glm-5', 'zhipu', 'agrees']);
    expect(await modelsOf('v2')).toEqual(['chat', 'kimi-k2', 'kimi', 'agrees']);
    expect(await modelsOf('v4')).toEqual([null, 'glm-5', 'zhipu', 'agrees']);
  });

  it('is the partner’s own before it is everybody’s', async () => {
    const own = names('gateway-names', { long: 'kimi-k2', chat: 'glm-5' }, { partner: 'gateway' });
    await publish(market.engine, 'served_models', own, Date.parse('2026-10-18T00:00:00+08:00'));
    const at = '2026-10-18T00:00:00+08:00';
    expect(await outcomes(call('p1', at, 'chat'), call('p2', at, 'long', KIMI))).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(await modelsOf('p1')).toEqual(['chat', 'glm-5', 'zhipu', 'agrees']);
  });

  it('is what a second report is compared with', async () => {
    expect(await outcomes(call('v1', BEFORE, 'chat'))).toEqual(['duplicate']);
    const { body } = await market.report<UsageResults>(call('v1', BEFORE, 'glm-5'));
    expect(body.results).toMatchObject([{ status: 'conflict', fields: ['model'] }]);
  });

  it('comes out as another model when it is rated anew, and a vendor that did not serve it keeps what it had', async () => {
    const model = { code: 'glm-6', name: 'GLM-6', vendor: 'zhipu' };
    expect((await market.post('/v1/models', model, 'admin')).status).toBe(201);
    await publish(
      market.engine,
      'served_models',
      names('general', { chat: 'glm-6' }),
      Date.parse('2026-10-10T00:00:00+08:00'),
    );
    const shown = await market.post<ReRatingView>('/v1/re-ratings', MONTH, 'finance');
    expect(
      shown.body.differences.map(({ id, before, after }) => `${id} ${before.model} ${after.model}`).sort(),
    ).toEqual(['v1 glm-5 glm-6', 'w1 glm-5 glm-6']);
    const apply = { ...MONTH, apply: true, digest: shown.body.digest };
    expect((await market.post<ReRatingView>('/v1/re-ratings', apply, 'finance')).body.applied).toBe(true);
    const again = await market.post<ReRatingView>('/v1/re-ratings', MONTH, 'finance');
    expect(again.body).toMatchObject({ differences: [], kept: [] });
    expect((await explained('w1')).corrections.map(({ kind }) => kind)).toEqual(['reversal', 're_rating']);
    const voids = { partner: 'gateway', items: [{ id: 'w1', reason: 'sent by mistake' }] };
    expect((await market.post<object>('/v1/usage/voids', voids, 'operations')).body).toMatchObject({
      counts: { voided: 1 },
    });
  });

  it('whose vendor changes keeps its rating, and says why', async () => {
    await publish(
      market.engine,
      'served_models',
      names('general', { chat: 'glm-5' }),
      Date.parse('2026-10-15T00:00:00.001+08:00'),
    );
    await publish(
      market.engine,
      'served_models',
      names('general', { chat: 'kimi-k2' }),
      Date.parse('2026-10-12T00:00:00+08:00'),
    );
    const { body } = await market.post<ReRatingView>('/v1/re-ratings', MONTH, 'finance');
    expect(body.kept).toEqual([
      expect.objectContaining({ id: 'v1', reason: 'not_contracted', detail: 'kimi-k2 of zhipu on tianyi' }),
    ]);
    expect(body.differences.filter(({ before, after }) => before.model !== after.model)).toEqual([]);
  });

  it('cannot be the code of a model, before or after', async () => {
    const refused = await market.post('/v1/models', { code: 'chat', name: 'Chat', vendor: 'zhipu' }, 'admin');
    expect([refused.status, refused.body.faults]).toMatchObject([
      409,
      [{ path: 'code', code: 'served_name' }],
    ]);
  });
});
