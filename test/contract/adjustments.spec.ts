import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount } from '../support/market';
import { WalkedList } from '../support/walk-list';

const START = '2026-10-01T00:00:00+08:00';
const PAID_AT = '2026-09-30T23:00:00+08:00';
const ALICE = '/v1/accounts/alice';

const ALL = [{ upToYuan: null, approvals: 1 }];
const LIMITS = {
  code: 'adjustments',
  limits: {
    goodwill: [{ upToYuan: '20.00', approvals: 0 }, ...ALL],
    manual_credit: ALL,
    manual_debit: ALL,
    refund: [{ upToYuan: null, approvals: 2, roles: ['checker', 'admin'] }],
    write_off: [{ upToYuan: null, approvals: 1 }],
  },
};

/** Alice owes 9.90 for her package. */
describe('adjustments and payments over HTTP', () => {
  let market: HttpMarket;
  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const post = (path: string, body: object, role: Role, who?: string) =>
    market.post<never>(path, body, role, who);
  const goodwill = { kind: 'goodwill', amount: '10.00', reason: 'an outage', reference: 'T-17' };
  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }
  const owed = async () =>
    (await market.get<{ balances: object[] }>(`${ALICE}/receivable`, 'finance')).body.balances;

  it('without limits in force one other person signs', async () => {
    const asked = await post(`${ALICE}/adjustments`, goodwill, 'operations', 'desk');
    const view = {
      account: 'alice',
      number: 1,
      kind: 'goodwill',
      currency: 'CNY',
      amount: '10',
      net: '9.43',
      tax: '0.57',
      vatRate: '0.06',
      reason: 'an outage',
      reference: 'T-17',
      approvals: 1,
      limitsVersionId: null,
      requestedAt: '2026-09-30T16:00:00Z',
      requestedBy: 'desk',
      state: 'requested',
    };
    const event = { kind: 'requested', at: view.requestedAt, by: 'desk', role: 'operations', note: null };
    expect([asked.status, asked.body]).toEqual([200, { ...view, events: [{ ...event, batchId: null }] }]);
    expect(await refusalOf(post(`${ALICE}/adjustments/1/approval`, {}, 'finance', 'desk'))).toBe(
      '403 another_person_needed',
    );
    expect(await refusalOf(post(`${ALICE}/adjustments/1/approval`, {}, 'operations'))).toBe(
      '403 role_not_allowed',
    );
    expect((await post(`${ALICE}/adjustments/1/approval`, { preview: true }, 'checker')).body).toMatchObject({
      state: 'posted',
    });
    const signed = await post(`${ALICE}/adjustments/1/approval`, { note: 'fine' }, 'checker');
    expect(signed.body).toMatchObject({
      ...view,
      state: 'posted',
      events: [event, { kind: 'approved', by: 'checker', note: 'fine' }, { kind: 'posted', by: 'checker' }],
    });
    expect((await market.get(`${ALICE}/adjustments/1`, 'finance')).body).toEqual(signed.body);
    expect(await owed()).toEqual([
      {
        currency: 'CNY',
        owed: '-0.1',
        causes: [
          { cause: 'goodwill', amount: '-10' },
          { cause: 'order', amount: '9.9' },
        ],
      },
    ]);
  });

  it('limits are a document that a second person signs, with the place of each fault', async () => {
    const body = { kind: 'approval_limits', effectiveFrom: '2026-10-02T00:00:00+08:00', body: LIMITS };
    const draft = await market.post<{ id: number }>('/v1/drafts', body, 'maker', 'mei');
    expect(draft.status).toBe(201);
    await post(`/v1/drafts/${draft.body.id}/submit`, {}, 'maker', 'mei');
    expect((await post(`/v1/drafts/${draft.body.id}/approve`, {}, 'checker', 'chen')).status).toBe(200);
    const wrong = { ...LIMITS, limits: { ...LIMITS.limits, refund: [{ upToYuan: '5', approvals: 1 }] } };
    const refused = await market.post('/v1/drafts', { ...body, body: wrong }, 'maker', 'mei');
    expect(refused.body.faults).toMatchObject([
      { path: 'limits.refund.0.upToYuan', code: 'last_is_bounded' },
    ]);
    market.engine.clock.moveTo(Date.parse('2026-10-02T09:00:00+08:00'));
    expect((await post(`${ALICE}/adjustments`, goodwill, 'operations', 'desk')).body).toMatchObject({
      number: 2,
      approvals: 0,
      limitsVersionId: expect.any(Number) as number,
      state: 'posted',
    });
  });

  it.each([
    ['400 invalid_request', { amount: '0.00' }],
    ['400 invalid_request', { amount: '-1' }],
    ['400 invalid_request', { amount: '1.001' }],
    ['400 invalid_request', { amount: 1 }],
    ['400 invalid_request', { kind: 'gift' }],
    ['400 invalid_request', { reason: ' ' }],
    ['400 invalid_request', { vatRate: '1.1' }],
    ['409 more_than_paid', { kind: 'refund' }],
  ])('%s for an adjustment with %j', async (refusal, wrong) => {
    const asked = post(`${ALICE}/adjustments`, { ...goodwill, ...wrong }, 'operations');
    expect(await refusalOf(asked)).toBe(refusal);
  });

  it('is for staff, of accounts and adjustments that there are', async () => {
    expect(await refusalOf(post(`${ALICE}/adjustments`, goodwill, 'partner'))).toBe('403 role_not_allowed');
    expect(await refusalOf(post('/v1/accounts/nobody/adjustments', goodwill, 'finance'))).toBe(
      '404 unknown_account',
    );
    expect(await refusalOf(post(`${ALICE}/adjustments/99/approval`, {}, 'checker'))).toBe(
      '404 unknown_adjustment',
    );
    expect((await market.get(`${ALICE}/adjustments/99`, 'finance')).status).toBe(404);
    expect((await market.get('/v1/accounts/nobody/receivable', 'finance')).status).toBe(404);
  });

  const payment = {
    currency: 'CNY',
    amount: '30.00',
    receivedAt: PAID_AT,
    method: 'alipay',
    reference: 'A-1',
    invoice: 'F-1',
  };

  it('a payment is booked once', async () => {
    const paid = await post(`${ALICE}/payments`, payment, 'finance');
    expect(paid.body).toMatchObject({
      number: 1,
      kind: 'received',
      amount: '30',
      isNew: true,
      invoice: 'F-1',
    });
    expect((await post(`${ALICE}/payments`, payment, 'finance')).body).toEqual({
      ...(paid.body as object),
      isNew: false,
    });
    const wrongs: [string, object][] = [
      ['409 reference_used', { amount: '30.01' }],
      ['422 wrong_currency', { currency: 'USD', reference: 'A-2' }],
      ['422 in_the_future', { receivedAt: '2026-10-02T09:00:01+08:00', reference: 'A-2' }],
      ['400 invalid_request', { method: 'cash' }],
    ];
    for (const [refusal, wrong] of wrongs)
      expect(await refusalOf(post(`${ALICE}/payments`, { ...payment, ...wrong }, 'finance'))).toBe(refusal);
    expect(await refusalOf(post(`${ALICE}/payments`, payment, 'operations'))).toBe('403 role_not_allowed');
  });

  it('a refund is signed by two; one that is rejected or withdrawn is not paid', async () => {
    const refund = { kind: 'refund', amount: '5', reason: 'moved away' };
    const ask = async () =>
      (await post(`${ALICE}/adjustments`, refund, 'operations', 'desk')).body as { number: number };
    const { number } = await ask();
    expect(await refusalOf(post(`${ALICE}/adjustments/${number}/approval`, {}, 'finance'))).toBe(
      '403 approver_not_allowed',
    );
    for (const role of ['checker', 'admin'] as const)
      expect((await post(`${ALICE}/adjustments/${number}/approval`, {}, role)).status).toBe(200);
    const { number: second } = await ask();
    expect(
      (await post(`${ALICE}/adjustments/${second}/rejection`, { reason: 'twice' }, 'finance')).body,
    ).toMatchObject({
      state: 'rejected',
    });
    expect(await refusalOf(post(`${ALICE}/adjustments/${second}/withdrawal`, {}, 'operations', 'desk'))).toBe(
      '409 wrong_state',
    );
    const { number: third } = await ask();
    expect(await refusalOf(post(`${ALICE}/adjustments/${third}/withdrawal`, {}, 'operations'))).toBe(
      '403 not_the_requester',
    );
    expect(
      (await post(`${ALICE}/adjustments/${third}/withdrawal`, {}, 'operations', 'desk')).body,
    ).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('a payment that bounced is taken back', async () => {
    const reversed = await post(`${ALICE}/payments/1/reversal`, { reason: 'charge-back' }, 'finance');
    expect(reversed.body).toMatchObject({ number: 2, kind: 'reversed', reverses: 1, reason: 'charge-back' });
    expect(await refusalOf(post(`${ALICE}/payments/1/reversal`, { reason: 'x' }, 'finance'))).toBe(
      '409 already_reversed',
    );
    expect(await refusalOf(post(`${ALICE}/payments/9/reversal`, { reason: 'x' }, 'finance'))).toBe(
      '404 unknown_payment',
    );
    // 9.90 − 20 of goodwill + 5 paid back.
    expect(await owed()).toMatchObject([{ owed: '-5.1' }]);
  });

  it('lists go page by page, and filter', async () => {
    const adjustments = new WalkedList(market, '/v1/adjustments', 'adjustments');
    expect((await adjustments.walk('limit=2')).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5]);
    const refunds = await adjustments.walk('kind=refund&account=alice&sort=amount&state=rejected');
    expect(refunds.map(({ number, state }) => `${String(number)} ${String(state)}`)).toEqual(['4 rejected']);
    expect(await adjustments.walk('requestedFrom=2026-10-03T00:00:00%2B08:00')).toEqual([]);
    const payments = new WalkedList(market, '/v1/payments', 'payments');
    expect((await payments.walk('limit=1&sort=at')).map(({ number }) => number)).toEqual([1, 2]);
    expect(await payments.walk('kind=received&method=alipay&reference=A-1')).toMatchObject([
      { reversed: true },
    ]);
    expect(await payments.walk('invoice=F-2')).toEqual([]);
    expect(await adjustments.status('state=paid')).toBe(400);
  });
});
