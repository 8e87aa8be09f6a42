import { CalculateBillRun, FinaliseBillRun, RequestBillRun } from '@ciyuan/modules/billing';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';

const OCTOBER = '/v1/months/2026-10';
const BEGINS = '2026-10-01T00:00:00+08:00';
const at = (time: string): number => Date.parse(`${time}+08:00`);

/** Alice and bob pay as they go by calendar months. */
describe('what of billing waits at a month’s end', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(BEGINS);
    for (const account of ['alice', 'bob']) await openAccount(market.engine, account, ['base'], BEGINS);
    market.engine.clock.moveTo(at('2026-11-01T09:00:00'));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 1_000_000 }));
  });
  afterAll(() => market.close());
  afterEach(async () => expect(await market.engine.violations()).toEqual([]));

  const waiting = async (month = OCTOBER): Promise<string[]> => {
    const { body } = await market.get<{ checklist: { code: string; state: string; count: number }[] }>(
      month,
      'finance',
    );
    return body.checklist
      .filter(({ state }) => state !== 'ok')
      .map(({ code, state, count }) => `${code} ${state} ${count}`);
  };
  const draft = async (cutOff: number, graceHours: number): Promise<number> => {
    const asked = { cutOff, graceHours, by: 'maker' };
    const { id } = must(await market.app.get(RequestBillRun, { strict: false }).run(asked));
    must(await market.app.get(CalculateBillRun, { strict: false }).run(id));
    return id;
  };

  let run: number;

  it('is a run that is not final, of this month alone', async () => {
    expect(await waiting()).toEqual([]);
    market.engine.clock.moveTo(at('2026-11-01T10:00:00'));
    run = await draft(at('2026-11-01T00:00:00'), 20);
    expect(await waiting()).toEqual(['bill_run_open open 1']);
    expect(await waiting('/v1/months/2026-11')).toEqual(['earlier_month_open open 1']);
  });

  it('holds up the issue, until somebody waives it', async () => {
    await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await market.post('/v1/settlement-runs/1/approve', {}, 'checker');
    const issue = '/v1/settlement-runs/1/issue';
    const { status, body } = await market.post<{ type: string; detail: string }>(issue, {}, 'finance');
    expect([status, body.type, body.detail]).toEqual([
      409,
      'urn:ciyuan:problem:bill_run_open',
      'Billing waits (bill_run_open, 1): /v1/months says what to do, and a waiver there issues without.',
    ]);
    const waiver = { item: 'bill_run_open', reason: 'its grace is not over' };
    expect((await market.post(`${OCTOBER}/waivers`, waiver, 'finance')).status).toBe(201);
    expect(await waiting()).toEqual(['bill_run_open waived 1']);
    expect((await market.post(issue, {}, 'finance')).status).toBe(200);
  });

  it('is final afterwards, too, and booked in the month that is open', async () => {
    market.engine.clock.moveTo(at('2026-11-01T20:00:00'));
    must(await market.app.get(FinaliseBillRun, { strict: false }).run({ runId: run, by: 'checker' }));
    const months = await market.get<{ invoices: object[] }>('/v1/invoices', 'finance');
    expect(months.body.invoices).toHaveLength(1);
  });

  it('is an adjustment of the month that nobody has decided', async () => {
    const november = '/v1/months/2026-11';
    const asked = { kind: 'goodwill', amount: '1.00', reason: 'an outage' };
    expect((await market.post('/v1/accounts/alice/adjustments', asked, 'operations', 'desk')).status).toBe(
      200,
    );
    const { body } = await market.get<{ checklist: object[] }>(november, 'finance');
    expect(body.checklist).toContainEqual(
      expect.objectContaining({ code: 'adjustments_requested', count: 1, state: 'open', waivable: true }),
    );
  });
});
