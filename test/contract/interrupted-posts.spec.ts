import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import type { UsageResults } from '../../apps/charging/src/usage/usage.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const ACCOUNTS = ['alice', 'bob', 'carol'];

const batch = (name: string, size: number): Record<string, unknown>[] =>
  Array.from({ length: size }, (_, index) =>
    usage(`${name}-${index}`, ACCOUNTS[index % ACCOUNTS.length] as string, AT, {
      input: 1 + index,
      output: 3,
    }),
  );

describe('posts that are cut off or come at once', () => {
  let market: HttpMarket;
  const counts = async (records: readonly object[]): Promise<UsageResults['counts']> =>
    (await market.report<UsageResults>(...records)).body.counts;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    await openAccount(market.engine, 'bob', ['base', 'pack', 'trial'], START);
    await openAccount(market.engine, 'carol', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterAll(() => market.close());

  it('are charged whole or not at all where the caller leaves in the middle', async () => {
    for (const delayMs of [0, 2, 5, 10, 20, 40, 80]) {
      const records = batch(`left-${delayMs}`, 800);
      const leaving = new AbortController();
      const posted = fetch(`${market.url}/v1/usage`, {
        method: 'POST',
        headers: { ...(await market.headers('partner', 'gateway')), 'content-type': 'application/json' },
        body: JSON.stringify({ records }),
        signal: leaving.signal,
      }).then((answer) => answer.text());
      await pause(delayMs);
      leaving.abort();
      await posted.catch(() => undefined);
      const { accepted, duplicate } = await counts(records);
      expect([accepted, duplicate]).toContain(records.length);
      expect(accepted + duplicate).toBe(records.length);
    }
  });

  it.each([0.1, 0.5, 0.999])(
    'leave nothing, and nothing in the log, where %p of the body came',
    async (share) => {
      const log = jest.spyOn(Logger.prototype, 'error');
      const records = batch(`part-${share}`, 200);
      const body = JSON.stringify({ records });
      const { authorization } = await market.headers('partner', 'gateway');
      const { hostname, port } = new URL(market.url);
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      const head = ['POST /v1/usage HTTP/1.1', `Host: ${hostname}`, `Authorization: ${authorization}`];
      head.push('Content-Type: application/json', `Content-Length: ${body.length}`, '', '');
      socket.write(head.join('\r\n') + body.slice(0, Math.floor(body.length * share)));
      await pause(30);
      socket.destroy();
      expect(await counts(records)).toMatchObject({ accepted: records.length, duplicate: 0 });
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    },
  );

  it('are charged once where the same comes eight times at once', async () => {
    const records = batch('same', 300);
    const all = await Promise.all(Array.from({ length: 8 }, () => counts(records)));
    const total = (status: 'accepted' | 'duplicate'): number =>
      all.reduce((sum, one) => sum + one[status], 0);
    expect([total('accepted'), total('duplicate')]).toEqual([records.length, 7 * records.length]);
    // Each post is one transaction, so that it finds the others whole or not at all.
    expect(all.filter((one) => one.accepted > 0)).toHaveLength(1);
  });

  it('are charged once where they overlap, in any order', async () => {
    const records = batch('overlap', 400);
    const parts = Array.from({ length: 8 }, (_, part) => {
      const cut = records.slice(part * 40, part * 40 + 120);
      return part % 2 === 0 ? cut : cut.reverse();
    });
    const all = await Promise.all(parts.map(counts));
    expect(all.reduce((sum, one) => sum + one.accepted, 0)).toBe(400);
    expect(all.reduce((sum, one) => sum + one.accepted + one.duplicate, 0)).toBe(8 * 120);
  });

  it('keep every identity over the stored rows', async () => {
    expect(await market.engine.violations()).toEqual([]);
  });
});
