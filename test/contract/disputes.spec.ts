import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const DISPUTES = '/v1/statements/1/tianyi/disputes';
const CLAIM = { line: 1, claimed: '6.00', reason: 'quantity', detail: 'we counted twelve million' };
const PDF = Buffer.from('%PDF-1.7 their count');

/** tianyi has 5.00 of October: ten million tokens at 0.5 yuan. */
describe('disputes over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }));
    await post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await post('/v1/settlement-runs/1/approve', {}, 'checker');
    expect((await post('/v1/settlement-runs/1/issue', {}, 'finance')).status).toBe(200);
  });
  afterAll(() => market.close());

  const post = (
    path: string,
    body: object,
    role: 'finance' | 'checker' | 'partner' | 'operations',
    who?: string,
  ) => market.post<never>(path, body, role, who);
  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }
  const opened = {
    id: 1,
    runId: 1,
    party: 'tianyi',
    currency: 'CNY',
    month: '2026-10',
    openedAt: '2026-11-02T01:00:00Z',
    openedBy: 'tianyi',
    note: null,
    dueOn: '2026-12-02',
    lines: [
      {
        line: 1,
        statementLine: 1,
        issued: '5',
        claimed: '6',
        reason: 'quantity',
        detail: 'we counted twelve million',
        reconciliationDifferences: [],
        state: 'open',
        events: [],
      },
    ],
  };

  it.each([
    ['400 invalid_request', { lines: [] }],
    ['400 invalid_request', { lines: [{ ...CLAIM, claimed: 6 }] }],
    ['400 invalid_request', { lines: [{ ...CLAIM, claimed: '6.001' }] }],
    ['400 invalid_request', { lines: [{ ...CLAIM, reason: 'anger' }] }],
    ['422 unknown_line', { lines: [{ ...CLAIM, line: 9 }] }],
    ['422 nothing_claimed', { lines: [{ ...CLAIM, claimed: '5' }] }],
    ['409 already_disputed', { lines: [CLAIM, CLAIM] }],
  ])('%s for %j', async (refusal, body) => {
    expect(await refusalOf(post(DISPUTES, body, 'partner', 'tianyi'))).toBe(refusal);
  });

  it('are opened by the party itself, or in its name', async () => {
    expect(await refusalOf(post(DISPUTES, { lines: [CLAIM] }, 'partner', 'zhipu'))).toBe(
      '404 unknown_statement',
    );
    expect(await refusalOf(post(DISPUTES, { lines: [CLAIM] }, 'operations'))).toBe('422 note_needed');
    const { status, body } = await post(DISPUTES, { lines: [CLAIM] }, 'partner', 'tianyi');
    expect([status, body]).toEqual([201, opened]);
  });

  it('are seen by their party and by staff', async () => {
    expect((await market.get('/v1/disputes/1', 'partner', 'tianyi')).body).toEqual({
      ...opened,
      evidence: [],
    });
    expect((await market.get('/v1/disputes/1', 'partner', 'zhipu')).status).toBe(404);
    expect((await market.get('/v1/disputes?state=open', 'checker')).body).toEqual({
      disputes: [opened],
      next: null,
    });
    const none = { disputes: [], next: null };
    expect((await market.get('/v1/disputes?state=upheld', 'checker')).body).toEqual(none);
    expect((await market.get('/v1/disputes?overdue=true', 'checker')).body).toEqual(none);
    expect((await market.get('/v1/disputes', 'partner', 'zhipu')).body).toEqual(none);
  });

  it('keep what proves them', async () => {
    const path = '/v1/disputes/1/evidence';
    const file = async (body: Buffer, who: string, type = 'application/pdf') => {
      const headers = { ...(await market.headers('partner', who)), 'content-type': type };
      const name = encodeURIComponent('对账 8.pdf');
      return market.send(`${path}?name=${name}`, { method: 'POST', headers, body: new Uint8Array(body) });
    };
    expect((await file(PDF, 'zhipu')).status).toBe(404);
    expect((await file(Buffer.alloc(0), 'tianyi')).status).toBe(422);
    expect((await file(Buffer.alloc(5 * 1024 * 1024 + 1), 'tianyi')).status).toBe(422);
    expect((await file(PDF, 'tianyi', 'text/html')).status).toBe(415);
    expect(await file(PDF, 'tianyi')).toMatchObject({
      status: 201,
      body: {
        number: 1,
        name: '对账 8.pdf',
        mediaType: 'application/pdf',
        bytes: PDF.length,
        addedBy: 'tianyi',
      },
    });
    const back = await market.get<string>(`${path}/1`, 'checker');
    expect([back.status, back.type, back.body]).toEqual([200, 'application/pdf', PDF.toString()]);
    expect((await market.get(`${path}/2`, 'checker')).status).toBe(404);
  });

  it('are decided by two people', async () => {
    const line = '/v1/disputes/1/lines/1';
    const agreed = { agreed: true, reason: 'so it is' };
    expect(await refusalOf(post(`${line}/decision`, agreed, 'checker'))).toBe('409 wrong_line_state');
    const more = { granted: '1.01', reason: 'generous' };
    expect(await refusalOf(post(`${line}/proposal`, more, 'finance'))).toBe('422 not_grantable');
    expect((await post(`${line}/proposal`, { ...more, granted: '0.40' }, 'finance')).status).toBe(200);
    expect(await refusalOf(post(`${line}/decision`, agreed, 'finance'))).toBe('403 second_person_needed');
    expect(await refusalOf(post(`${line}/decision`, agreed, 'operations'))).toBe('403 role_not_allowed');
    const { body } = await post(`${line}/decision`, agreed, 'checker');
    expect(body).toMatchObject({
      lines: [
        {
          state: 'upheld',
          events: [
            { step: 'proposed', granted: '0.4', by: 'finance', proposedBy: null },
            { step: 'upheld', granted: '0.4', by: 'checker', proposedBy: 'finance', reason: 'so it is' },
          ],
        },
      ],
    });
    expect(await refusalOf(post(`${line}/withdrawal`, { reason: 'x' }, 'partner', 'tianyi'))).toBe(
      '409 wrong_line_state',
    );
    expect((await market.get('/v1/statements/1/tianyi/life', 'finance')).body).toMatchObject({
      state: 'confirmed',
      events: [{ state: 'disputed' }, { state: 'confirmed', note: 'every disputed line is decided' }],
    });
    expect(await market.engine.violations()).toEqual([]);
  });
});
