import { PublishDocument } from '@ciyuan/modules/catalogue';
import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';
import { tianyiContract } from '../support/tianyi-contract';

const START = '2026-10-01T00:00:00+08:00';
const CLAWBACKS = '/v1/clawbacks';
const CONTRACT = tianyiContract({
  holdback: { share: '0.2', releaseAfterMonths: 1 },
  purchase: { from: '2026-10', months: 2, amount: '100.00', shortfallPercent: '50' },
});

/** Tianyi asks 0.5 yuan a million for ten million tokens: 5.00 is its share of October. */
describe('shares that are taken back, over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
    const wanted = { kind: 'contract', body: CONTRACT, effectiveFrom: Date.parse(START), by: 'mei' } as const;
    must(await market.engine.get(PublishDocument).run(wanted));
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }));
    await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await market.post('/v1/settlement-runs/1/approve', {}, 'checker');
    expect((await market.post('/v1/settlement-runs/1/issue', {}, 'finance')).status).toBe(200);
  });
  afterAll(() => market.close());

  const post = (path: string, body: object, role: 'finance' | 'checker' = 'finance') =>
    market.post<never>(path, body, role);
  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }
  const reason = 'refunded to alice';

  it.each([
    ['400 invalid_request', { revenue: '1' }],
    ['400 invalid_request', { month: '2026-10', reason }],
    ['400 invalid_request', { month: '2026-10', reason, revenue: '1', percent: '1' }],
    ['400 invalid_request', { month: '2026-10', reason, revenue: '0.001' }],
    ['422 nothing_shared', { month: '2026-09', reason, revenue: '1' }],
    ['422 nothing_shared', { month: '2026-10', reason, revenue: '1', party: 'moonshot' }],
    ['422 nothing_shared', { month: '2026-10', reason, percent: '0' }],
    ['422 more_than_shared', { month: '2026-10', reason, revenue: '999999' }],
  ])('%s for %j', async (refusal, body) => {
    expect(await refusalOf(post(CLAWBACKS, body))).toBe(refusal);
  });

  it('are asked for by one person, and taken by another', async () => {
    const body = { month: '2026-10', reason, percent: '20', party: 'tianyi' };
    const asked = await post(CLAWBACKS, body);
    const part = { party: 'tianyi', shared: '5', share: '-1', reference: 'clawback-1.1' };
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { id: 1, requestedBy: 'finance', parts: [part], decision: null },
    ]);
    expect(await refusalOf(post(`${CLAWBACKS}/1/approve`, {}))).toBe('403 second_person_needed');
    expect(await refusalOf(post(`${CLAWBACKS}/9/approve`, {}, 'checker'))).toBe('404 not_found');
    const approved = await post(`${CLAWBACKS}/1/approve`, { note: 'seen' }, 'checker');
    expect([approved.status, approved.body]).toMatchObject([
      200,
      { decision: { state: 'approved', month: '2026-11', decidedBy: 'checker', note: 'seen' } },
    ]);
    expect(await refusalOf(post(`${CLAWBACKS}/1/reject`, {}, 'checker'))).toBe('409 decided');
  });

  it('are never more than what was shared, all requests together', async () => {
    const body = { month: '2026-10', reason, percent: '80.2', party: 'tianyi' };
    expect(await refusalOf(post(CLAWBACKS, body))).toBe('422 more_than_shared');
    expect((await post(CLAWBACKS, { ...body, percent: '80' })).status).toBe(201);
    expect((await post(CLAWBACKS, { ...body, percent: '80' })).status).toBe(201);
    expect((await post(`${CLAWBACKS}/2/approve`, {}, 'checker')).status).toBe(200);
    expect(await refusalOf(post(`${CLAWBACKS}/3/approve`, {}, 'checker'))).toBe('422 more_than_shared');
    expect((await post(`${CLAWBACKS}/3/reject`, {}, 'checker')).status).toBe(200);
    const { body: all } = await market.get<{ clawbacks: { id: number; decision: { state: string } }[] }>(
      `${CLAWBACKS}?month=2026-10`,
      'finance',
    );
    expect(all.clawbacks.map(({ id, decision }) => `${id} ${decision.state}`)).toEqual([
      '3 rejected',
      '2 approved',
      '1 approved',
    ]);
  });

  it('stand beside what is held back and what was promised', async () => {
    const { body } = await market.get<object>('/v1/parties/tianyi/terms', 'partner', 'tianyi');
    expect(body).toMatchObject({
      advances: [],
      holdbacks: [
        { currency: 'CNY', heldMonth: '2026-10', releaseMonth: '2026-11', amount: '1', releasedIn: null },
      ],
    });
    const { body: position } = await market.get<object>('/v1/parties/tianyi/commitment-position', 'checker');
    expect(position).toEqual({
      positions: [
        {
          ...{ from: '2026-10', last: '2026-11', currency: 'CNY', models: null, unit: 'amount' },
          ...{
            committed: '100',
            counted: '5',
            shortfall: '95',
            months: [{ month: '2026-10', counted: '5' }],
          },
          // 32.375 of 61 days; at that pace 9.42 in all.
          ...{ timeElapsed: '0.5307', volumeCounted: '0.05', due: '47.5', expectedDue: '45.29', issued: '0' },
        },
      ],
    });
    expect((await market.get('/v1/parties/tianyi/commitment-position', 'partner', 'zhipu')).status).toBe(404);
    expect(await market.engine.violations()).toEqual([]);
  });
});
