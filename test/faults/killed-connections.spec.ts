import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { Tampering } from '../support/tampering';
import type { UsageResults } from '../../apps/charging/src/usage/usage.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
/** Those that are in a transaction; the idle ones of the pools are let live. */
const KILL = `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
  WHERE datname = current_database() AND usename = 'ciyuan_app' AND state <> 'idle'`;

describe('connections that the server ends in the middle of posts', () => {
  let market: HttpMarket;
  let superuser: Tampering;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
    await market.key('partner', 'gateway');
    superuser = await Tampering.asSuperuser(market.engine.urls);
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await superuser.end();
    await market.close();
  });

  it('cost nothing but the answer: the same post again finds all of it or none', async () => {
    const statuses = new Set<number>();
    for (const delayMs of [5, 10, 15, 20, 30, 45, 60, 80]) {
      const records = Array.from({ length: 600 }, (_, index) =>
        usage(`k${delayMs}-${index}`, index % 2 ? 'alice' : 'bob', AT, { input: 10 + index }),
      );
      const kill = pause(delayMs).then(() => superuser.rows(KILL));
      const [{ status, type }] = await Promise.all([market.report(...records), kill]);
      statuses.add(status);
      expect([200, 500]).toContain(status);
      if (status === 500) expect(type).toBe('application/problem+json');
      const { accepted, duplicate } = (await again(records)).counts;
      expect([accepted, duplicate].sort((a, b) => a - b)).toEqual([0, 600]);
      if (status === 200) expect(duplicate).toBe(600);
    }
    expect(statuses).toContain(500);
    expect(await market.engine.violations()).toEqual([]);
  });

  /** The first use of a connection that is gone may fail too. */
  async function again(records: readonly object[]): Promise<UsageResults> {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { status, body } = await market.report<UsageResults>(...records);
      if (status === 200) return body;
    }
    throw new Error('the pool does not recover');
  }
});
