import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';

describe('looking at a run before it is signed', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }));
  });
  afterAll(() => market.close());
  afterEach(async () => expect(await market.engine.violations()).toEqual([]));

  const post = (path: string, role: 'finance' | 'maker' | 'checker', body = {}) =>
    market.post<{ state: string; type: string }>(`/v1/settlement-runs${path}`, body, role);
  const states = async (runId: number) => {
    const found = await market.get<{ statements: { state: string }[] }>(
      `/v1/statements?runId=${runId}`,
      'finance',
    );
    return [...new Set(found.body.statements.map(({ state }) => state))];
  };
  const code = ({ status, body }: Awaited<ReturnType<typeof post>>) =>
    `${status} ${body.type.replace('urn:ciyuan:problem:', '')}`;

  it('is asked for by whoever makes settlements, of what is calculated, once', async () => {
    expect(code(await post('/1/review', 'maker'))).toBe('404 unknown_run');
    await post('', 'finance', { month: '2026-10' });
    expect(code(await post('/1/review', 'checker'))).toBe('403 role_not_allowed');
    const { status, body } = await post('/1/review', 'maker');
    expect([status, body.state, await states(1)]).toEqual([200, 'in_review', ['in_review']]);
    expect(code(await post('/1/review', 'maker'))).toBe('409 wrong_state');
  });

  it('ends with another version, or a signature', async () => {
    await post('', 'finance', { month: '2026-10' });
    expect((await market.get('/v1/settlement-runs/1', 'finance')).body).toMatchObject({
      state: 'superseded',
    });
    await post('', 'finance', { month: '2026-10', kind: 'proforma' });
    expect(code(await post('/3/review', 'maker'))).toBe('409 proforma_run');
    expect((await post('/2/review', 'finance')).body.state).toBe('in_review');
    expect((await post('/2/approve', 'checker')).body.state).toBe('approved');
    expect(code(await post('/2/review', 'maker'))).toBe('409 wrong_state');
    expect(await states(2)).toEqual(['approved']);
    expect((await post('/2/issue', 'finance')).body.state).toBe('posted');
  });
});
