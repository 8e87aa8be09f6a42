import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const RUNS = '/v1/settlement-runs';

/** Ten million tokens in October; in November as many again, a month that is looked at before it ends. */
describe('indications, differences and variances over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
    await report('r1', '2026-11-02T09:00:00+08:00', '2026-10-05T12:00:00+08:00');
    expect((await post(RUNS, { month: '2026-10' }, 'finance')).status).toBe(201);
    expect((await post(`${RUNS}/1/approve`, {}, 'checker')).status).toBe(200);
    expect((await post(`${RUNS}/1/issue`, {}, 'finance')).status).toBe(200);
    await report('r2', '2026-11-05T09:00:00+08:00', '2026-11-04T12:00:00+08:00');
  });
  afterAll(() => market.close());

  type Role = 'finance' | 'checker' | 'partner' | 'maker' | 'operations';
  const post = <Body = never>(path: string, body: object, role: Role, who?: string) =>
    market.post<Body>(path, body, role, who);
  async function report(id: string, now: string, at: string): Promise<void> {
    market.engine.clock.moveTo(Date.parse(now));
    await market.report(usage(id, 'alice', at, { input: 10_000_000 }));
  }
  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }
  const text = async (path: string, role: Role): Promise<string> => {
    const answer = await fetch(`${market.url}${path}`, {
      headers: { authorization: `Bearer ${await market.key(role)}` },
    });
    expect(answer.status).toBe(200);
    return answer.text();
  };

  it('a proforma is asked for as a run, and is refused a signature', async () => {
    const made = await post<object>(RUNS, { month: '2026-11', kind: 'proforma' }, 'maker');
    expect([made.status, made.body]).toMatchObject([
      201,
      { id: 2, kind: 'proforma', month: '2026-11', version: 1, state: 'calculated' },
    ]);
    expect(await refusalOf(post(RUNS, { month: '2026-11', kind: 'draft' }, 'maker'))).toBe(
      '400 invalid_request',
    );
    expect(await refusalOf(post(`${RUNS}/2/approve`, {}, 'checker'))).toBe('409 proforma_run');
    expect(await refusalOf(post(`${RUNS}/2/issue`, {}, 'finance'))).toBe('409 proforma_run');
    const listed = await market.get<{ runs: { id: number }[] }>(`${RUNS}?kind=proforma`, 'checker');
    expect(listed.body.runs.map(({ id }) => id)).toEqual([2]);
  });

  it('its statements are marked, and are for the operator’s people alone', async () => {
    const own = await market.get<object>('/v1/statements/2/tianyi', 'operations');
    expect(own.body).toMatchObject({ kind: 'proforma', state: 'calculated', share: '5' });
    expect((await market.get('/v1/statements/2/tianyi', 'partner', 'tianyi')).status).toBe(404);
    expect((await market.get('/v1/statements/2/tianyi/lines', 'partner', 'tianyi')).status).toBe(404);
    expect((await market.get('/v1/statements/2/tianyi/export.csv', 'partner', 'tianyi')).status).toBe(404);
    const theirs = await market.get<{ statements: { kind: string }[] }>(
      '/v1/statements?kind=proforma',
      'partner',
      'tianyi',
    );
    expect(theirs.body.statements).toEqual([]);
    const all = await market.get<{ statements: { kind: string }[] }>('/v1/statements', 'finance');
    expect(new Set(all.body.statements.map(({ kind }) => kind))).toEqual(new Set(['settlement']));
    expect(await text('/v1/statements/2/tianyi/export.csv', 'finance')).toContain(
      '2026-11,1 proforma / 试算,tianyi',
    );
    const manifest = await market.get<object>(`${RUNS}/2/manifest`, 'finance');
    expect(manifest.body).toMatchObject({ kind: 'proforma', mark: 'proforma / 试算' });
  });

  it('says what changed since another version, and all of it as CSV', async () => {
    await report('r3', '2026-11-06T09:00:00+08:00', '2026-11-05T12:00:00+08:00');
    expect((await post(RUNS, { month: '2026-11' }, 'finance')).status).toBe(201);
    expect(await refusalOf(market.get(`${RUNS}/3/differences`, 'checker') as never)).toBe(
      '404 unknown_version',
    );
    expect(await refusalOf(market.get(`${RUNS}/99/differences`, 'checker') as never)).toBe('404 unknown_run');
    expect(await refusalOf(market.get(`${RUNS}/3/differences?with=0`, 'checker') as never)).toBe(
      '400 invalid_request',
    );
    expect((await market.get(`${RUNS}/3/differences`, 'partner', 'tianyi')).status).toBe(403);
    const asked = `${RUNS}/3/differences?with=1&kind=proforma`;
    const { body } = await market.get<{
      parties: { party: string }[];
      totals: object[];
      counts: object;
      lines: object[];
    }>(`${asked}&lines=1`, 'checker');
    expect(body).toMatchObject({
      month: '2026-11',
      before: { id: 2, kind: 'proforma', version: 1 },
      after: { id: 3, kind: 'settlement', version: 1 },
      counts: { changed: body.parties.length, appeared: 0, gone: 0 },
      linesLeftOut: body.parties.length - 1,
    });
    expect(body.lines).toHaveLength(1);
    expect(body.parties.find(({ party }) => party === 'tianyi')).toMatchObject({
      before: { records: '1', tokens: '10000000', share: '5' },
      after: { records: '2', tokens: '20000000', share: '10' },
      difference: { records: '1', tokens: '10000000', share: '5' },
    });
    const csv = await text(asked.replace('differences', 'differences/export.csv'), 'finance');
    const rows = csv.trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      'row',
      ...body.parties.map(() => 'line'),
      ...body.parties.map(() => 'party'),
      'control',
    ]);
    expect(rows[1]).toContain('line,2026-11,1 proforma / 试算,1,changed,');
  });

  it('asks for nothing without a policy', async () => {
    const { body } = await market.get<object>(`${RUNS}/3/variances`, 'checker');
    expect(body).toEqual({ policy: null, comparedWith: null, findings: [], open: 0, topMovers: [] });
    expect(await refusalOf(market.get(`${RUNS}/99/variances`, 'checker') as never)).toBe('404 unknown_run');
  });

  it('a policy is a document of two people, refused where it is wrong', async () => {
    const body = { code: 'months', partyShare: { percent: '50', yuan: '1' }, topMovers: 1 };
    const draft = { kind: 'variance_policy', effectiveFrom: '2026-11-07T00:00:00+08:00', body };
    const wrong = { ...body, partyShare: { percent: 50, yuan: '1.001' }, newParty: {} };
    const refused = await post<{ faults: { path: string }[] }>(
      '/v1/drafts',
      { ...draft, body: wrong },
      'maker',
    );
    expect(refused.status).toBe(422);
    expect(refused.body.faults.map(({ path }) => path)).toEqual([
      'partyShare.percent',
      'partyShare.yuan',
      'newParty.yuan',
    ]);
    const made = await post<{ id: number }>('/v1/drafts', draft, 'maker');
    expect(made.status).toBe(201);
    expect((await post(`/v1/drafts/${made.body.id}/submit`, {}, 'maker')).status).toBe(200);
    expect((await post(`/v1/drafts/${made.body.id}/approve`, {}, 'checker')).status).toBe(200);
    market.engine.clock.moveTo(Date.parse('2026-12-04T00:00:00+08:00'));
  });

  it('a run is signed once its findings are explained', async () => {
    const { body } = await market.get<{ findings: { finding: string; party: string }[]; open: number }>(
      `${RUNS}/3/variances`,
      'maker',
    );
    expect(body).toMatchObject({
      policy: { code: 'months', version: 1 },
      comparedWith: { id: 1, month: '2026-10', version: 1 },
      open: body.findings.length,
    });
    // Twice October's ten million: 5 yuan more, which is more than 50 per cent and than 1 yuan.
    expect(body.findings.find(({ party }) => party === 'tianyi')).toEqual({
      finding: 'party_share/tianyi/CNY',
      kind: 'party_share',
      unit: 'currency',
      ...{ party: 'tianyi', currency: 'CNY', model: null },
      ...{ before: '5', after: '10', change: '5', changePercent: '100' },
      acknowledgement: null,
    });
    const open = await post<{ type: string; findings: string[] }>(`${RUNS}/3/approve`, {}, 'checker');
    const findings = body.findings.map(({ finding }) => finding);
    expect([open.status, open.body.type, open.body.findings]).toEqual([
      409,
      'urn:ciyuan:problem:variances_open',
      findings,
    ]);
    const said = { findings, reason: '两倍用量，已核对' };
    expect(await refusalOf(post(`${RUNS}/3/variances`, said, 'finance'))).toBe('403 second_person_needed');
    expect(await refusalOf(post(`${RUNS}/3/variances`, { ...said, reason: ' ' }, 'checker'))).toBe(
      '400 invalid_request',
    );
    expect(await refusalOf(post(`${RUNS}/3/variances`, { ...said, findings: ['x'] }, 'checker'))).toBe(
      '422 unknown_finding',
    );
    const told = await post<{ open: number; findings: object[] }>(`${RUNS}/3/variances`, said, 'checker');
    expect([told.status, told.body.open]).toEqual([200, 0]);
    expect(told.body.findings[0]).toMatchObject({
      acknowledgement: { reason: said.reason, by: 'checker', at: '2026-12-03T16:00:00Z' },
    });
    expect(await refusalOf(post(`${RUNS}/3/variances`, said, 'checker'))).toBe('409 already_acknowledged');
    expect((await post(`${RUNS}/3/approve`, {}, 'checker')).status).toBe(200);
    expect((await post(`${RUNS}/3/issue`, {}, 'finance')).status).toBe(200);
    expect(await market.engine.violations()).toEqual([]);
  });
});
