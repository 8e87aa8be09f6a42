import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { feedback } from '../support/phone-billed-market';

const START = '2026-10-01T00:00:00+08:00';
const CUT_OFF = '2026-11-01T00:00:00+08:00';
const NOW = '2026-11-02T00:00:00+08:00';
const PATIENCE_MS = 8_000;
const NUMBER = '2026-CNY-000001';
const PATH = `/v1/invoices/${NUMBER}`;

interface Job {
  readonly id: number;
  readonly state: string;
}

/** October of alice: 9.90 for her package twice, and half a million tokens beyond it at 2 yuan: 20.80. */
describe('invoices to hand out, and to collect by phone bill, over HTTP', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
  });
  afterAll(() => market.close());

  async function refusalOf(asked: Promise<Answer<never>>): Promise<string> {
    const { status, type, body } = await asked;
    expect(type).toBe('application/problem+json');
    return `${status} ${(body as { type: string }).type.replace('urn:ciyuan:problem:', '')}`;
  }
  async function ended({ id }: Job): Promise<void> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const { body } = await market.get<Job>(`/v1/jobs/${id}`, 'finance');
      if (body.state === 'done') return;
    }
    throw new Error(`job ${id} does not end`);
  }
  const csv = async (text: string) =>
    market.send<Record<string, unknown>>('/v1/phone-bill-feedback', {
      method: 'POST',
      headers: { ...(await market.headers('finance')), 'content-type': 'text/csv' },
      body: text,
    });

  it('says how an account pays', async () => {
    const path = '/v1/accounts/alice/collection';
    const body = { method: 'phone_bill', billingId: 'B-1', phoneNumber: '13800000000' };
    expect((await market.put<object>(path, body, 'finance')).body).toMatchObject({
      account: 'alice',
      number: 1,
      method: 'phone_bill',
      billingId: 'B-1',
      setBy: 'finance',
    });
    expect((await market.get<object>(path, 'operations')).body).toMatchObject({
      collections: [{ number: 1, phoneNumber: '13800000000' }],
    });
    const put = (account: string, wanted: object) =>
      refusalOf(market.put<never>(`/v1/accounts/${account}/collection`, wanted, 'finance'));
    expect(await put('nobody', body)).toBe('404 unknown_account');
    expect(await put('alice', { method: 'phone_bill' })).toBe('422 billing_id_needed');
    expect(await put('alice', { ...body, billingId: 'a,b' })).toBe('400 invalid_request');
    expect(await put('alice', { ...body, effectiveFrom: '2026-09-01T00:00:00Z' })).toBe('422 in_hindsight');
    expect(await refusalOf(market.get<never>('/v1/accounts/nobody/collection', 'finance'))).toBe(
      '404 unknown_account',
    );
  });

  it('hands out a document as file, with its SHA-256', async () => {
    market.engine.clock.moveTo(Date.parse('2026-11-01T09:00:00+08:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 1_500_000 }));
    const wanted = { cutOff: CUT_OFF, graceHours: 0 };
    const drafted = await market.post<{ id: number; job: Job }>('/v1/bill-runs', wanted, 'maker');
    await ended(drafted.body.job);
    const path = `/v1/bill-runs/${drafted.body.id}/finalise`;
    await ended((await market.post<{ job: Job }>(path, {}, 'checker')).body.job);
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['json', 'application/json; charset=utf-8'],
    ]) {
      const answer = await fetch(`${market.url}${PATH}/export.${format}`, {
        headers: await market.headers('finance'),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const sha256 = createHash('sha256').update(bytes);
      const digest = sha256.copy().digest('base64');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('etag')).toBe(`"${sha256.digest('hex')}"`);
      expect(answer.headers.get('content-digest')).toBe(`sha-256=:${digest}:`);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${NUMBER}.${format}"`);
    }
    expect(await refusalOf(market.get<never>('/v1/invoices/x/export.pdf', 'finance'))).toBe(
      '404 unknown_invoice',
    );
    expect(await refusalOf(market.get<never>(`${PATH}/export.doc`, 'finance'))).toBe('400 invalid_request');
  });

  it('makes a file for the carrier, once', async () => {
    market.engine.clock.moveTo(Date.parse(NOW));
    const make = (wanted: object) => refusalOf(market.post<never>('/v1/phone-bill-files', wanted, 'finance'));
    expect(await make({ cutOff: '2026-11-03T00:00:00+08:00' })).toBe('422 cut_off_in_the_future');
    expect(await make({ cutOff: 'soon' })).toBe('400 invalid_request');
    const made = await market.post<object>('/v1/phone-bill-files', { cutOff: NOW }, 'finance');
    expect([made.status, made.body]).toMatchObject([
      201,
      { sequence: 1, file: 'operator-phone-bill-000001-CNY.csv', lineCount: 1, period: '2026-11' },
    ]);
    expect(await make({ cutOff: NOW })).toBe('409 nothing_to_hand_over');
    const listed = await market.get<object>('/v1/phone-bill-files?currency=CNY&period=2026-11', 'checker');
    expect(listed.body).toMatchObject({ files: [{ sequence: 1 }], next: null });
    const read = await market.get<object>('/v1/phone-bill-files/1', 'finance');
    expect(read.body).toMatchObject({ lines: [{ billingId: 'B-1', account: 'alice', invoice: NUMBER }] });
    const content = await market.get<string>('/v1/phone-bill-files/1/content', 'finance');
    expect([content.type, content.body.split('\n')[1]]).toEqual([
      'text/csv',
      expect.stringContaining(`D,1,B-1,alice,${NUMBER},`),
    ]);
    expect(await refusalOf(market.get<never>('/v1/phone-bill-files/2', 'finance'))).toBe('404 unknown_file');
  });

  it('books what the carrier says that it collected', async () => {
    const line = `alice,${NUMBER},collected,5.00,2026-11-01,`;
    const wrong = await csv(feedback(7, [line], { count: 2 }));
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { faults: [{ path: 'feedback.3.count', code: 'wrong_count' }] },
    ]);
    const received = await csv(feedback(7, [line]));
    expect([received.status, received.body]).toMatchObject([
      200,
      { sequence: 7, collected: '5', failed: '0', badDebt: '0', isNew: true, lines: [{ payment: 1 }] },
    ]);
    expect((await csv(feedback(7, [line]))).body).toMatchObject({ isNew: false });
    expect((await csv(feedback(7, [line, line]))).status).toBe(409);
    const read = await market.get<object>('/v1/phone-bill-feedback/7', 'operations');
    expect(read.body).toMatchObject({ sender: 'carrier', lines: [{ state: 'collected', invoice: NUMBER }] });
    expect(await refusalOf(market.get<never>('/v1/phone-bill-feedback/8', 'finance'))).toBe(
      '404 unknown_feedback',
    );
    const payment = { currency: 'CNY', amount: '1', receivedAt: START, method: 'phone_bill', reference: 'x' };
    expect(await refusalOf(market.post<never>('/v1/accounts/alice/payments', payment, 'finance'))).toBe(
      '400 invalid_request',
    );
    expect(await market.engine.violations()).toEqual([]);
  });
});
