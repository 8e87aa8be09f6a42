import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const NOON = '2026-10-05T12:00:00+08:00';
const [OCTOBER, NOVEMBER] = ['/v1/months/2026-10', '/v1/months/2026-11'];

const CALENDAR = {
  code: 'months',
  zone: 'Asia/Shanghai',
  steps: [
    { step: 'usage_cut_off', day: 3, counted: 'calendar', at: '12:00' },
    { step: 'freeze', day: 4, counted: 'calendar', at: '12:00' },
    { step: 'issue', day: 5, counted: 'working', at: '18:00' },
    { step: 'confirm', day: 15, counted: 'calendar', at: '23:59' },
  ],
};

interface Event {
  readonly number: number;
  readonly kind: string;
  readonly seen: number | null;
}
interface Month {
  readonly state: string;
  readonly stepsDone: number;
  readonly stepsLate: number;
  readonly steps: readonly { step: string; due: string | null; doneAt: string | null; late: boolean }[];
  readonly checklist: readonly { code: string; state: string; count: number }[];
  readonly waivers: readonly { number: number; seen: number }[];
  readonly events: readonly Event[];
}

/** Ten million tokens are charged, one record is of an account that nobody knows. */
describe('the end of a month over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await publish(market.engine, 'settlement_calendar', CALENDAR);
    await openAccount(market.engine, 'alice', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-04T11:00:00+08:00'));
    await market.report(usage('r1', 'alice', NOON, { input: 10_000_000 }));
    await market.report(usage('r2', 'stranger', NOON, { input: 10 }));
  });
  afterAll(() => market.close());

  const post = <Body = Event>(
    path: string,
    body: object,
    ...who: [role: 'finance' | 'checker' | 'operations', name?: string]
  ) => market.post<Body>(path, body, ...who);
  const read = async (path = OCTOBER): Promise<Month> => {
    const { status, body } = await market.get<Month>(path, 'finance');
    expect(status).toBe(200);
    return body;
  };
  const notOk = async (path = OCTOBER): Promise<string[]> =>
    (await read(path)).checklist
      .filter(({ state }) => state !== 'ok')
      .map((one) => `${one.state} ${one.code} ${one.count}`);
  async function refusalOf(asked: Promise<Answer<unknown>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }

  it('lists months with their states and how far they have come', async () => {
    const { body } = await market.get<{ months: readonly unknown[] }>('/v1/months', 'operations');
    expect(body.months).toEqual([
      {
        month: '2026-10',
        state: 'open',
        runId: null,
        stepsDone: 1,
        stepsLate: 0,
        steps: [
          {
            step: 'usage_cut_off',
            due: '2026-11-03T04:00:00Z',
            doneAt: '2026-11-03T04:00:00Z',
            late: false,
          },
          { step: 'freeze', due: '2026-11-04T04:00:00Z', doneAt: null, late: false },
          { step: 'issue', due: '2026-11-06T10:00:00Z', doneAt: null, late: false },
          { step: 'confirm', due: '2026-11-15T15:59:00Z', doneAt: null, late: false },
        ],
      },
    ]);
  });

  it('tells what holds a month up, and freezes it only without that', async () => {
    expect(await notOk()).toEqual(['open suspense_open 1']);
    const refused = await post<{ open: object[]; detail: string }>(`${OCTOBER}/freeze`, {}, 'finance');
    expect([refused.status, refused.body.detail]).toEqual([409, 'Open on its checklist: suspense_open (1).']);
    expect(refused.body.open).toMatchObject([
      { code: 'suspense_open', count: 1, waivable: true, lookAt: '/v1/suspense' },
    ]);
  });

  it('waives what was seen, for a reason, and takes that back', async () => {
    const waiver = { item: 'suspense_open', reason: 'adjusted in November' };
    expect(
      await refusalOf(post(`${OCTOBER}/waivers`, { item: 'books_differ', reason: 'x' }, 'finance')),
    ).toBe('400 invalid_request');
    expect(await refusalOf(post(`${OCTOBER}/waivers`, waiver, 'operations'))).toBe('403 role_not_allowed');
    const nothing = { item: 'cost_suspense_open', reason: 'x' };
    expect(await refusalOf(post(`${OCTOBER}/waivers`, nothing, 'finance'))).toBe('409 nothing_to_waive');
    const { status, body } = await post(`${OCTOBER}/waivers`, waiver, 'finance');
    expect([status, body]).toMatchObject([
      201,
      { number: 1, kind: 'waived', by: 'finance', seen: 1, ...waiver },
    ]);
    expect(await notOk()).toEqual(['waived suspense_open 1']);
    expect((await read()).waivers).toMatchObject([{ number: 1, item: 'suspense_open', seen: 1 }]);
    expect((await post(`${OCTOBER}/waivers/1/withdraw`, {}, 'checker')).status).toBe(200);
    expect(await refusalOf(post(`${OCTOBER}/waivers/1/withdraw`, {}, 'checker'))).toBe('404 unknown_waiver');
    expect(await notOk()).toEqual(['open suspense_open 1']);
    await post(`${OCTOBER}/waivers`, waiver, 'finance');
  });

  it('freezes, and opens again what two people agree on', async () => {
    expect(await refusalOf(post(`${OCTOBER}/reopen`, { reason: 'x' }, 'finance'))).toBe(
      '409 wrong_month_state',
    );
    expect(await refusalOf(post(`${OCTOBER}/freeze`, {}, 'checker'))).toBe('403 role_not_allowed');
    expect((await post(`${OCTOBER}/freeze`, {}, 'finance')).body).toMatchObject({
      kind: 'frozen',
      waived: { suspense_open: 1 },
    });
    expect(await refusalOf(post(`${OCTOBER}/freeze`, {}, 'finance'))).toBe('409 wrong_month_state');
    expect(await refusalOf(post(`${OCTOBER}/reopen/approve`, {}, 'checker'))).toBe('409 not_requested');
    expect((await post(`${OCTOBER}/reopen`, { reason: 'a file was late' }, 'finance', 'chen')).status).toBe(
      200,
    );
    expect(await refusalOf(post(`${OCTOBER}/reopen/approve`, {}, 'finance'))).toBe('403 role_not_allowed');
    expect(await refusalOf(post(`${OCTOBER}/reopen/approve`, {}, 'checker', 'chen'))).toBe(
      '403 second_person_needed',
    );
    expect((await post(`${OCTOBER}/reopen/approve`, {}, 'checker', 'wang')).body).toMatchObject({
      kind: 'reopened',
      by: 'wang',
      askedBy: 'chen',
    });
    expect((await read()).state).toBe('open');
  });

  it('is closed by the issue of its run, for good', async () => {
    await post(`${OCTOBER}/freeze`, {}, 'finance');
    market.engine.clock.moveTo(Date.parse('2026-11-06T18:00:01+08:00'));
    expect((await post('/v1/settlement-runs', { month: '2026-10' }, 'finance')).status).toBe(201);
    await post('/v1/settlement-runs/1/approve', {}, 'checker');
    expect((await post('/v1/settlement-runs/1/issue', {}, 'finance')).status).toBe(200);
    const { state, checklist, stepsDone, stepsLate, steps, events } = await read();
    expect([state, checklist, stepsDone, stepsLate]).toEqual(['closed', [], 3, 1]);
    expect(steps[2]).toMatchObject({ step: 'issue', doneAt: '2026-11-06T10:00:01Z', late: true });
    expect(events.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '1 waived',
      '2 waiver_withdrawn',
      '3 waived',
      '4 frozen',
      '5 reopening_requested',
      '6 reopened',
      '7 frozen',
      '8 closed',
    ]);
    expect(await refusalOf(post(`${OCTOBER}/reopen`, { reason: 'x' }, 'finance'))).toBe(
      '409 wrong_month_state',
    );
    expect(await market.engine.violations()).toEqual([]);
  });

  it('knows nothing of a month that nobody has touched', async () => {
    expect(await read(NOVEMBER)).toMatchObject({ state: 'open', runId: null, events: [], waivers: [] });
    expect(await refusalOf(post(`${NOVEMBER}/freeze`, {}, 'finance'))).toBe('409 month_not_over');
    expect(await refusalOf(market.get('/v1/months/2026-13', 'finance'))).toBe('400 invalid_request');
  });
});
