import { HttpMarket, type Answer } from '../support/http-market';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';
import { tianyiContract } from '../support/tianyi-contract';

const START = '2026-10-01T00:00:00+08:00';
const STATEMENT = '/v1/statements/1/tianyi';
const AMOUNT = '5.3';

const CONTRACT = tianyiContract({ minimumPayout: '5.30' });

/** What tianyi asks for ten million tokens at 0.5 yuan, and 6 % on top: 5.30 is payable to it for October. */
describe('the life of a statement over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base'], START);
    const effectiveFrom = Date.parse(START);
    must(
      await market.engine
        .get(PublishDocument)
        .run({ kind: 'contract', body: CONTRACT, effectiveFrom, by: 'finance' }),
    );
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }));
    expect((await post('/v1/settlement-runs', { month: '2026-10' }, 'finance')).status).toBe(201);
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
  const issue = async () => {
    await post('/v1/settlement-runs/1/approve', {}, 'checker');
    expect((await post('/v1/settlement-runs/1/issue', {}, 'finance')).status).toBe(200);
  };
  const invoice = { number: 'T-1', date: '2026-11-02', amount: AMOUNT };

  it('begins when it is issued', async () => {
    expect(await refusalOf(post(`${STATEMENT}/confirmation`, {}, 'partner', 'tianyi'))).toBe(
      '404 unknown_statement',
    );
    expect(await refusalOf(post(`${STATEMENT}/confirmation`, { note: 'x' }, 'finance'))).toBe(
      '409 wrong_state',
    );
    await issue();
    expect((await market.get(`${STATEMENT}/life`, 'partner', 'tianyi')).body).toEqual({
      state: 'issued',
      payable: AMOUNT,
      deemedConfirmedAt: '2026-11-12T16:00:00Z',
      minimumPayout: AMOUNT,
      paymentDueOn: null,
      events: [],
    });
  });

  it('is seen and answered by its own party', async () => {
    expect((await market.get(`${STATEMENT}/life`, 'partner', 'zhipu')).status).toBe(404);
    expect(await refusalOf(post(`${STATEMENT}/confirmation`, {}, 'partner', 'zhipu'))).toBe(
      '404 unknown_statement',
    );
    expect(await refusalOf(post(`${STATEMENT}/invoice`, invoice, 'partner', 'zhipu'))).toBe(
      '404 unknown_statement',
    );
    expect(await refusalOf(post('/v1/statements/1/operator/confirmation', {}, 'finance'))).toBe(
      '409 operators_own',
    );
    expect(await refusalOf(post(`${STATEMENT}/confirmation`, {}, 'operations'))).toBe('422 note_needed');
    expect(await refusalOf(post(`${STATEMENT}/confirmation`, {}, 'checker'))).toBe('403 role_not_allowed');
    const { status, body } = await post(`${STATEMENT}/confirmation`, {}, 'partner', 'tianyi');
    expect([status, body]).toEqual([
      200,
      {
        state: 'confirmed',
        at: '2026-11-02T01:00:00Z',
        by: 'tianyi',
        note: null,
        document: null,
        amount: null,
        payoutRunId: null,
        payee: null,
        statements: [{ runId: 1, month: '2026-10', payable: AMOUNT, state: 'confirmed' }],
        applied: true,
      },
    ]);
  });

  it.each([
    ['400 invalid_request', { amount: '5.301' }],
    ['400 invalid_request', { amount: 5.3 }],
    ['400 invalid_request', { date: '2026-02-30' }],
    ['400 invalid_request', { number: ' ' }],
    ['422 wrong_amount', { amount: '5.29' }],
    ['422 in_the_future', { date: '2026-11-03' }],
  ])('%s for an invoice with %j', async (refusal, wrong) => {
    expect(await refusalOf(post(`${STATEMENT}/invoice`, { ...invoice, ...wrong }, 'finance'))).toBe(refusal);
  });

  it('is paid by two people; a preview says the same and keeps nothing', async () => {
    const steps = [
      ['invoice', invoice, 'finance'],
      ['payment-approval', {}, 'checker'],
      ['payment', { reference: 'B-1', date: '2026-11-02', amount: AMOUNT }, 'finance'],
    ] as const;
    for (const [step, body, role] of steps) {
      const preview = await post(`${STATEMENT}/${step}`, { ...body, preview: true }, role);
      const taken = await post(`${STATEMENT}/${step}`, body, role);
      expect([step, preview.status, taken.status]).toEqual([step, 200, 200]);
      expect({ ...(preview.body as object), applied: true }).toEqual(taken.body);
      if (step === 'invoice')
        expect(await refusalOf(post(`${STATEMENT}/payment-approval`, {}, 'finance'))).toBe(
          '403 second_person_needed',
        );
      expect(await refusalOf(post(`${STATEMENT}/${step}`, body, role))).toBe('409 wrong_state');
    }
    const { body } = await market.get<{ state: string; paymentDueOn: string; events: object[] }>(
      `${STATEMENT}/life`,
      'finance',
    );
    expect(body).toMatchObject({ state: 'paid', paymentDueOn: '2026-12-02' });
    expect(body.events).toMatchObject([
      { state: 'confirmed', by: 'tianyi' },
      { state: 'invoice_received', by: 'finance', document: { number: 'T-1', date: '2026-11-02' } },
      { state: 'payment_approved', by: 'checker', payee: 'Tianyi Cloud Ltd, 6222 0001', amount: AMOUNT },
      { state: 'paid', by: 'finance', document: { number: 'B-1', date: '2026-11-02' } },
    ]);
  });

  it('counts as confirmed when its dispute days are over', async () => {
    const due = async () => (await market.post<object>('/v1/due-work', {}, 'operations')).body;
    market.engine.clock.moveTo(Date.parse('2026-11-12T23:59:59+08:00'));
    expect(await due()).toMatchObject({ confirmedStatements: 0 });
    market.engine.clock.moveTo(Date.parse('2026-11-13T00:00:00+08:00'));
    expect(await due()).toMatchObject({ confirmedStatements: 1 });
    expect(await due()).toMatchObject({ confirmedStatements: 0 });
    expect((await market.get('/v1/statements/1/zhipu/life', 'finance')).body).toMatchObject({
      state: 'deemed_confirmed',
      events: [{ by: 'clock', at: '2026-11-12T16:00:00Z' }],
    });
    expect(await market.engine.violations()).toEqual([]);
  });

  it('shows the terms that were agreed', async () => {
    const terms = { disputeDays: 10, minimumPayout: AMOUNT, paymentDays: 30 };
    const contract = { version: 1, effectiveFrom: '2026-09-30T16:00:00Z', body: CONTRACT };
    expect((await market.get('/v1/parties/tianyi/terms', 'checker')).body).toMatchObject({
      ...terms,
      contract,
    });
    expect((await market.get('/v1/parties/tianyi/terms', 'partner', 'tianyi')).status).toBe(200);
    expect((await market.get('/v1/parties/tianyi/terms', 'partner', 'zhipu')).status).toBe(404);
    expect((await market.get('/v1/parties/nobody/terms', 'checker')).status).toBe(404);
    expect((await market.get('/v1/parties/zhipu/terms', 'checker')).body).toMatchObject({
      contract: null,
      disputeDays: 10,
      legalEntity: null,
    });
  });
});
