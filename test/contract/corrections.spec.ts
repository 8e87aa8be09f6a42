import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import type { ReRatingView } from '../../apps/charging/src/corrections/re-ratings.dto';
import type { ReplacementResults, VoidResults } from '../../apps/charging/src/corrections/voids.dto';
import type { Problem } from '@ciyuan/platform/http';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const MONTH = { account: 'bob', from: START, until: '2026-11-01T00:00:00+08:00', reason: 'a new price' };

describe('corrections', () => {
  let market: HttpMarket;
  const voids = <Body = VoidResults>(body: object, ...who: ['partner' | 'operations', string?]) =>
    market.post<Body>('/v1/usage/voids', body, ...who);
  const reRate = <Body = ReRatingView>(more: object = {}) =>
    market.post<Body>('/v1/re-ratings', { ...MONTH, ...more }, 'finance');
  const items = (...ids: string[]) => ids.map((id) => ({ id, reason: 'sent by mistake' }));

  beforeEach(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'bob', ['base', 'pack'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-10T00:00:00+08:00'));
    await market.report(
      usage('r1', 'bob', AT, { input: 300_000 }),
      usage('r2', 'bob', AT, { input: 300_000 }),
    );
  });

  afterEach(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  it('void what a partner reported, with a result for each', async () => {
    const { status, body } = await voids({ items: items('r2', 'none', 'r2') }, 'partner', 'gateway');
    const given = { sequence: 6, returnedTokens: '100000', creditedYuan: '0.4' };
    expect([status, body]).toEqual([
      200,
      {
        counts: { voided: 1, already_voided: 1, not_found: 1, refused: 0 },
        results: [
          { index: 0, source: 'api', id: 'r2', status: 'voided', void: given },
          { index: 1, source: 'api', id: 'none', status: 'not_found' },
          { index: 2, source: 'api', id: 'r2', status: 'already_voided', void: given },
        ],
      },
    ]);
  });

  it('are of a partner’s own records, and of those that staff names', async () => {
    expect((await voids({ items: items('r1') }, 'partner', 'elsewhere')).body.results).toMatchObject([
      { status: 'not_found' },
    ]);
    const others = await voids<Problem>({ partner: 'gateway', items: items('r1') }, 'partner', 'elsewhere');
    expect([others.status, others.body.type]).toEqual([403, 'urn:ciyuan:problem:not_your_records']);
    const unnamed = await voids<Problem>({ items: items('r1') }, 'operations');
    expect([unnamed.status, unnamed.body.faults]).toEqual([400, [{ path: 'partner', code: 'missing' }]]);
    const named = await voids({ partner: 'gateway', items: items('r1') }, 'operations');
    expect(named.body.counts).toMatchObject({ voided: 1 });
  });

  it.each([
    [{ items: [] }],
    [{ items: [{ id: 'r1' }] }],
    [{ items: [{ id: 'r1', reason: '' }] }],
    [{ items: [{ id: 'r1', reason: 'a\u0000b' }] }],
    [{ items: [{ id: 'a b', reason: 'spaces' }] }],
  ])('are refused where they cannot be read: %j', async (body) => {
    expect((await voids(body, 'partner', 'gateway')).status).toBe(400);
  });

  it('replace a record by another under a new id', async () => {
    const item = (id: string, record: object) => ({ id, reason: 'counted twice', record });
    const { body } = await market.post<ReplacementResults>(
      '/v1/usage/replacements',
      {
        items: [
          item('r2', usage('r2-b', 'bob', AT, { input: 50_000 })),
          item('r1', usage('r1-b', 'bob', AT, { input: -1 })),
          item('r1', usage('r2', 'bob', AT, { input: 300_000 })),
        ],
      },
      'partner',
      'gateway',
    );
    expect(body).toMatchObject({
      counts: { replaced: 1, refused: 1, known: 1 },
      results: [
        {
          status: 'replaced',
          void: { returnedTokens: '100000' },
          record: { status: 'accepted', charge: { packageTokens: '50000', usageYuan: '0' } },
        },
        { status: 'refused', field: 'record.tokens.input' },
        { status: 'known', record: { status: 'duplicate' } },
      ],
    });
  });

  it('show what a re-rating changes, and apply what was shown, once', async () => {
    await voids({ items: items('r1') }, 'partner', 'gateway');
    const shown = await reRate();
    expect(shown.body).toMatchObject({
      account: 'bob',
      applied: false,
      totals: { records: 1, draws: [{ tokens: '200000' }], usageYuan: '-0.4' },
      differences: [{ id: 'r2', before: { usageYuan: '0.4' }, after: { usageYuan: '0', overageTokens: 0 } }],
      kept: [],
    });
    const { digest } = shown.body;
    const unseen = await reRate<Problem>({ apply: true });
    expect([unseen.status, unseen.body.faults?.[0]?.path]).toEqual([400, 'digest']);
    expect((await reRate({ apply: true, digest })).body).toEqual({ ...shown.body, applied: true });
    const again = await reRate<Problem & { now: ReRatingView }>({ apply: true, digest });
    expect([again.status, again.type, again.body.type]).toEqual([
      409,
      'application/problem+json',
      'urn:ciyuan:problem:stale',
    ]);
    expect(again.body.now).toMatchObject({ applied: false, differences: [] });
  });

  it('are refused for an account that nobody has, and for no time at all', async () => {
    expect((await reRate<Problem>({ account: 'nobody' })).status).toBe(404);
    expect((await reRate<Problem>({ until: START })).body.faults).toEqual([
      { path: 'until', code: 'empty_period' },
    ]);
  });

  it('are followed by re-ratings, at the latest when their month is calculated', async () => {
    await voids({ items: items('r1') }, 'partner', 'gateway');
    const reRated = async () =>
      (await market.post('/v1/re-ratings/voided', { month: '2026-10' }, 'finance')).body;
    expect(await reRated()).toEqual({ accounts: 1, changed: 1 });
    expect(await reRated()).toEqual({ accounts: 0, changed: 0 });
    await voids({ items: items('r2') }, 'partner', 'gateway');
    const run = await market.post<{ id: number }>('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    expect(await reRated()).toEqual({ accounts: 0, changed: 0 });
    await market.post(`/v1/settlement-runs/${run.body.id}/approve`, {}, 'checker');
    const issued = await market.post(`/v1/settlement-runs/${run.body.id}/issue`, {}, 'finance');
    expect(issued.body).toMatchObject({ state: 'posted' });
  });
});
