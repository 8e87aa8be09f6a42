import { setTimeout as pause } from 'node:timers/promises';
import { RegisterCustomer } from '@ciyuan/modules/parties';
import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const CUT_OFF = '2026-11-01T00:00:00+08:00';
const PATIENCE_MS = 8_000;
const FIRST = '/v1/invoices/2026-CNY-000001';

interface Job {
  readonly id: number;
  readonly state: string;
  readonly error: string | null;
}
interface Run {
  readonly id: number;
  readonly state: string;
  readonly job: Job;
}

/** October of alice: 9.90 for her package twice, and half a million tokens beyond it at 2 yuan. */
describe('bills over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-01T09:00:00+08:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 1_500_000 }));
  });
  afterAll(() => market.close());

  const post = <Body = never>(path: string, body: object, role: Role, who?: string) =>
    market.post<Body>(path, body, role, who);
  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }
  async function ended({ id }: Job): Promise<Job> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const { body } = await market.get<Job>(`/v1/jobs/${id}`, 'finance');
      if (['done', 'failed'].includes(body.state)) return body;
    }
    throw new Error(`job ${id} does not end`);
  }
  const draft = async (): Promise<Run> => {
    const { status, body } = await post<Run>('/v1/bill-runs', { cutOff: CUT_OFF, graceHours: 0 }, 'maker');
    expect([status, body.state]).toEqual([202, 'calculating']);
    expect(await ended(body.job)).toMatchObject({ kind: 'billing', state: 'done' });
    return body;
  };

  it.each([
    ['422 cut_off_in_the_future', { cutOff: '2026-11-02T00:00:00+08:00' }],
    ['422 unknown_account', { cutOff: CUT_OFF, accounts: ['nobody'] }],
    ['404 unknown_customer', { cutOff: CUT_OFF, customers: ['nobody'] }],
    ['400 invalid_request', { cutOff: 'soon' }],
    ['400 invalid_request', { cutOff: CUT_OFF, graceHours: -1 }],
    ['400 invalid_request', { cutOff: CUT_OFF, other: 1 }],
  ])('%s for a run of %j', async (refusal, body) => {
    expect(await refusalOf(post('/v1/bill-runs', body, 'finance'))).toBe(refusal);
  });

  it('calculates a draft, which is no document yet', async () => {
    const run = await draft();
    const { body } = await market.get<object>(`/v1/bill-runs/${run.id}`, 'maker');
    expect(body).toMatchObject({
      cutOff: '2026-10-31T16:00:00Z',
      graceUntil: '2026-10-31T16:00:00Z',
      state: 'draft',
      createdBy: 'maker',
      progress: { calculated: 1, issued: 0, total: 1 },
      totals: [{ currency: 'CNY', invoices: 1, creditNotes: 0, gross: '10.9', net: '10.28', tax: '0.62' }],
    });
    expect((await market.get<object>('/v1/invoices', 'finance')).body).toEqual({ invoices: [], next: null });
    expect(await refusalOf(market.get<never>('/v1/bill-runs/99', 'maker'))).toBe('404 unknown_run');
  });

  it('is made final by a second person, as long as nothing has changed', async () => {
    expect(await refusalOf(post('/v1/bill-runs/1/finalise', {}, 'admin', 'maker'))).toBe(
      '403 second_person_needed',
    );
    await market.report(usage('r2', 'alice', '2026-10-06T12:00:00+08:00', { input: 500_000 }));
    const late = await post<Run>('/v1/bill-runs/1/finalise', {}, 'checker');
    expect(late.status).toBe(202);
    expect((await ended(late.body.job)).error).toContain('stale: Something was sold');
    const { id } = await draft();
    expect(await refusalOf(post('/v1/bill-runs/1/finalise', {}, 'checker'))).toBe('409 wrong_state');
    const { body } = await post<Run>(`/v1/bill-runs/${id}/finalise`, {}, 'checker');
    expect(await ended(body.job)).toMatchObject({ state: 'done', result: { billRun: id, state: 'final' } });
    const listed = await market.get<{ billRuns: Run[] }>('/v1/bill-runs?state=final', 'checker');
    expect(listed.body.billRuns.map((one) => one.id)).toEqual([id]);
  });

  it('is read line by line, as JSON and as CSV', async () => {
    const { body } = await market.get<Record<string, unknown>>(FIRST, 'operations');
    expect(body).toMatchObject({
      number: '2026-CNY-000001',
      kind: 'invoice',
      state: 'final',
      payer: { kind: 'account', code: 'alice' },
      gross: '11.9',
      net: '11.23',
      tax: '0.67',
      credited: '0',
      buyer: null,
      rates: [{ vatRate: '0.06', gross: '11.9', net: '11.23', tax: '0.67' }],
      lines: [
        { line: 1, kind: 'grant', plan: 'monthly', tokens: '1000000', gross: '9.9', taxCode: '3040201' },
        { line: 2, kind: 'usage', plan: 'base', model: 'glm-5', tokens: '1000000', exact: '2', gross: '2' },
      ],
      creditNotes: [],
      void: null,
    });
    const file = await market.get<string>(`${FIRST}/lines.csv`, 'finance');
    expect([file.type, file.body.split('\n')[2]]).toEqual([
      'text/csv',
      '2,alice,usage,base,Base,' +
        `${(body['lines'] as { planVersion: number }[])[1]?.planVersion},,glm-5,2026-09-30T16:00:00Z,2026-10-31T16:00:00Z,,` +
        '1000000,0.06,included,3040201,2,2,1.89,0.11,0',
    ]);
    expect(await refusalOf(market.get<never>('/v1/invoices/2026-CNY-9', 'finance'))).toBe(
      '404 unknown_invoice',
    );
  });

  it.each([
    ['payer=alice', 1],
    ['payer=bob', 0],
    ['account=alice&kind=invoice&state=final&currency=CNY&period=2026-11', 1],
    ['account=bob', 0],
    ['kind=credit_note', 0],
    ['period=2026-10', 0],
    ['issuedFrom=2026-11-02T00:00:00Z', 0],
  ])('lists what is asked for by %s', async (query, count) => {
    const { body } = await market.get<{ invoices: object[] }>(`/v1/invoices?${query}`, 'finance');
    expect(body.invoices).toHaveLength(count);
  });

  const credit = (...lines: object[]) => ({ reason: 'an outage', lines });

  it.each([
    ['422 unknown_line', [{ line: 3, gross: '1' }]],
    ['422 above_the_line', [{ line: 2, gross: '2.01' }]],
    [
      '422 line_named_twice',
      [
        { line: 1, gross: '1' },
        { line: 1, gross: '1' },
      ],
    ],
    ['400 invalid_request', [{ line: 1, gross: '0.00' }]],
    ['400 invalid_request', []],
  ])('%s for a credit of %j', async (refusal, lines) => {
    expect(await refusalOf(post(`${FIRST}/credit-notes`, credit(...lines), 'maker'))).toBe(refusal);
  });

  it('is credited out of goodwill by two, at most what is left of a line', async () => {
    const asked = await post<{ id: number; number: null }>(
      `${FIRST}/credit-notes`,
      credit({ line: 2, gross: '1.50' }),
      'maker',
    );
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { number: null, gross: '1.5', net: '1.42', tax: '0.08' },
    ]);
    const approve = `${FIRST}/credit-notes/${asked.body.id}/approve`;
    expect(await refusalOf(post(approve, {}, 'admin', 'maker'))).toBe('403 second_person_needed');
    expect((await post<object>(approve, {}, 'checker')).body).toMatchObject({
      number: 'CN-2026-CNY-000001',
      approvedBy: 'checker',
    });
    expect(await refusalOf(post(approve, {}, 'checker'))).toBe('409 already_issued');
    const more = credit({ line: 2, gross: '0.51' });
    expect(await refusalOf(post(`${FIRST}/credit-notes`, more, 'maker'))).toBe('422 above_the_line');
    const rest = await post<object>(`${FIRST}/credit-notes`, credit({ line: 2, gross: '0.50' }), 'maker');
    expect(rest.body).toMatchObject({ gross: '0.5', net: '0.47', tax: '0.03' });
    expect((await market.get<object>(FIRST, 'finance')).body).toMatchObject({ credited: '1.5' });
    expect(await refusalOf(post(`${FIRST}/void`, { reason: 'x' }, 'maker'))).toBe('409 credited');
    expect(await refusalOf(post(`${FIRST}/void/approve`, {}, 'checker'))).toBe('409 not_requested');
    expect(await market.engine.violations()).toEqual([]);
  });

  it('is void when two people say so, and billed again', async () => {
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(usage('r3', 'alice', '2026-10-07T12:00:00+08:00', { input: 500_000 }));
    const { id } = await draft();
    await ended((await post<Run>(`/v1/bill-runs/${id}/finalise`, {}, 'checker')).body.job);
    const second = '/v1/invoices/2026-CNY-000002';
    const asked = await post<object>(`${second}/void`, { reason: 'wrong buyer' }, 'maker');
    expect([asked.status, asked.body]).toMatchObject([200, { state: 'void_requested' }]);
    expect(await refusalOf(post(`${second}/void`, { reason: 'x' }, 'maker'))).toBe('409 already_requested');
    const one = credit({ line: 1, gross: '1' });
    expect(await refusalOf(post(`${second}/credit-notes`, one, 'maker'))).toBe('409 void_requested');
    expect(await refusalOf(post(`${second}/void/approve`, {}, 'admin', 'maker'))).toBe(
      '403 second_person_needed',
    );
    const approved = await post<object>(`${second}/void/approve`, {}, 'checker');
    expect(approved.body).toMatchObject({
      state: 'voided',
      void: { reason: 'wrong buyer', approvedBy: 'checker' },
    });
    expect(await refusalOf(post(`${second}/void/approve`, {}, 'checker'))).toBe('409 voided');
    const again = await draft();
    await ended((await post<Run>(`/v1/bill-runs/${again.id}/finalise`, {}, 'checker')).body.job);
    expect((await market.get<object>('/v1/invoices/2026-CNY-000003', 'finance')).body).toMatchObject({
      replaces: '2026-CNY-000002',
      gross: '1',
      replacedBy: [],
    });
    expect((await market.get<object>(second, 'finance')).body).toMatchObject({
      replacedBy: ['2026-CNY-000003'],
    });
    const owed = await market.get<{ balances: { causes: { cause: string; amount: string }[] }[] }>(
      '/v1/accounts/alice/receivable',
      'finance',
    );
    const causes = owed.body.balances[0]?.causes.map(({ cause, amount }) => `${cause} ${amount}`);
    // A million tokens at 2 yuan, and half a million that was billed, void, and billed again; 1.50 of goodwill.
    expect(causes).toEqual(['credit_note -1.5', 'invoice_void -1', 'invoiced 4', 'order 9.9']);
    expect(await market.engine.violations()).toEqual([]);
  });

  it('takes a profile of a customer, and all of the buyer for a special fapiao', async () => {
    await market.engine
      .get(RegisterCustomer)
      .run({ code: 'acme', kind: 'organisation', name: 'Acme', region: 'CN-SH', identity: '91310000ACME' });
    const profile = { consolidated: true, buyerTitle: 'Acme Ltd', fapiaoKind: 'general' };
    const path = '/v1/customers/acme/billing-profile';
    expect((await market.get<object>(path, 'checker')).body).toEqual({ profile: null });
    const { status, body } = await market.put<object>(path, profile, 'maker');
    expect((await market.get<object>(path, 'checker')).body).toEqual({ profile: body });
    expect([status, body]).toMatchObject([200, { customer: 'acme', number: 1, taxpayerId: null }]);
    const special = { ...profile, fapiaoKind: 'special' };
    expect(await refusalOf(market.put<never>(path, special, 'maker'))).toBe('422 buyer_incomplete');
    expect(await refusalOf(market.put<never>('/v1/customers/x/billing-profile', profile, 'maker'))).toBe(
      '404 unknown_customer',
    );
  });
});
