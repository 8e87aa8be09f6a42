import { setTimeout as pause } from 'node:timers/promises';
import { JobLoop } from '@ciyuan/platform/jobs';
import type { JobsView, JobView } from '../jobs/jobs.dto';
import { HttpMarket } from '../../../../test/support/http-market';
import { openAccount, usage } from '../../../../test/support/market';
import { RequestDueWork } from './request-due-work';

const PATIENCE_MS = 8_000;
const HOUR_MS = 3_600_000;

describe('what falls due by the clock', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open('2026-10-01T00:00:00+08:00');
    await openAccount(market.engine, 'alice', ['base', 'monthly'], '2026-10-01T00:00:00+08:00');
  });
  afterAll(() => market.close());

  const ask = async (): Promise<void> => {
    await market.app.get(RequestDueWork).run();
    await market.app.get(JobLoop, { strict: false }).relayNow();
  };
  const jobs = async (kind: string): Promise<readonly JobView[]> =>
    (await market.get<JobsView>(`/v1/jobs?kind=${kind}`, 'operations')).body.jobs;
  async function ended(kind: string): Promise<JobView[]> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(10)) {
      const found = await jobs(kind);
      if (found.every(({ finishedAt }) => finishedAt !== null)) return [...found];
    }
    throw new Error(`${kind} does not end`);
  }

  it('is not asked for while nothing is due', async () => {
    await ask();
    expect([await jobs('renewal'), await jobs('expiry')]).toEqual([[], []]);
  });

  it('is done by one job, however many processes ask', async () => {
    market.engine.clock.moveTo(Date.parse('2026-11-01T00:00:30+08:00'));
    await Promise.all([ask(), ask(), ask()]);
    const requested = { requestedBy: 'clock', state: 'done', attempts: 1 };
    expect(await ended('renewal')).toMatchObject([
      { ...requested, result: { renewedGrants: 1 }, progress: { done: 1, total: 1 } },
    ]);
    // The month's grant has lapsed, and its lateness window is not over.
    expect(await ended('expiry')).toMatchObject([{ ...requested, result: { expiredGrants: 0 } }]);
  });

  it('is asked for again when more is due', async () => {
    market.engine.clock.moveBy(60_000);
    await ask();
    expect([(await jobs('renewal')).length, (await jobs('expiry')).length]).toEqual([1, 1]);
    market.engine.clock.moveBy(72 * HOUR_MS);
    await ask();
    expect((await ended('expiry')).map(({ result }) => result)).toEqual([
      { expiredGrants: 1 },
      { expiredGrants: 0 },
    ]);
    expect(await jobs('renewal')).toHaveLength(1);
    expect(await market.engine.violations()).toEqual([]);
  });

  it('is asked for once a day where statements wait for an answer', async () => {
    const settle = (path: string, role: 'finance' | 'checker', body: object = {}) =>
      market.post(`/v1/settlement-runs${path}`, body, role);
    const record = usage('r1', 'alice', '2026-11-02T00:00:00+08:00', { output: 2_000_000 });
    expect((await market.report(record)).status).toBe(200);
    // October holds what expired, the operator's alone; November is issued on 5 December.
    market.engine.clock.moveTo(Date.parse('2026-12-05T12:00:00+08:00'));
    await ask();
    await settle('', 'finance', { month: '2026-10' });
    for (const [id, month] of ['2026-10', '2026-11'].entries()) {
      if (id > 0) await settle('', 'finance', { month });
      await settle(`/${id + 1}/approve`, 'checker');
      expect((await settle(`/${id + 1}/issue`, 'finance')).status).toBe(200);
    }
    market.engine.clock.moveTo(Date.parse('2026-12-15T23:59:59+08:00'));
    await ask();
    expect(await jobs('confirmation')).toEqual([]);
    market.engine.clock.moveTo(Date.parse('2026-12-16T00:00:00+08:00'));
    await Promise.all([ask(), ask(), ask()]);
    expect(await ended('confirmation')).toMatchObject([
      {
        requestedBy: 'clock',
        state: 'done',
        result: { confirmedStatements: 2 },
        progress: { done: 2, total: 2 },
      },
    ]);
    await ask();
    expect(await jobs('confirmation')).toHaveLength(1);
    expect(await market.engine.violations()).toEqual([]);
  });
});
