import type { BalanceView } from '../../apps/charging/src/balances/balance.convert';
import { ExpireDue } from '@ciyuan/modules/subscriptions';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const RENEWED = '2026-11-02T00:00:00+08:00';

describe('GET /v1/accounts/…/balance', () => {
  let market: HttpMarket;
  const read = async (code: string): Promise<BalanceView> =>
    (await market.get<BalanceView>(`/v1/accounts/${code}/balance`, 'operations')).body;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly', 'trial', 'pack'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-10T00:00:00+08:00'));
    await market.report(usage('b1', 'alice', AT, { input: 12_000, cached_input: 15 }));
  });

  afterAll(() => market.close());

  it('shows each grant in the order in which it burns', async () => {
    const { account, leftTokens, grants } = await read('alice');
    expect([account, leftTokens]).toEqual(['alice', '1397998.5']);
    expect(
      grants.map(({ plan, priority, grantedTokens, drawnTokens, leftTokens: left }) => [
        plan,
        priority,
        grantedTokens,
        drawnTokens,
        left,
      ]),
    ).toEqual([
      ['trial', 10, '10000', '10000', '0'],
      ['monthly', 20, '1000000', '2001.5', '997998.5'],
      ['pack', 30, '400000', '0', '400000'],
    ]);
    expect(grants[1]).toMatchObject({
      effectiveAt: '2026-09-30T16:00:00Z',
      expiresAt: '2026-10-31T16:00:00Z',
    });
  });

  it('closes on every row and in all, before and after renewal, expiry and what comes late', async () => {
    await closes('alice');
    market.engine.clock.moveTo(Date.parse('2026-11-10T00:00:00+08:00'));
    await market.report(usage('b2', 'alice', RENEWED, { input: 1 }));
    await closes('alice');
    await market.engine.get(ExpireDue).run(market.engine.clock.now());
    expect((await closes('alice')).grants.map(({ expiredTokens }) => expiredTokens)).toEqual([
      '0',
      '997998.5',
      '0',
      '400000',
    ]);
    await market.report(usage('b3', 'alice', AT, { input: 5 }));
    expect((await closes('alice')).grants.map(({ expiredTokens }) => expiredTokens)).toEqual([
      '0',
      '997993.5',
      '0',
      '400000',
    ]);
    expect(await market.engine.violations()).toEqual([]);
  });

  it('is empty where nothing was granted, and a problem where there is no account', async () => {
    expect(await read('bob')).toEqual({ account: 'bob', leftTokens: '0', grants: [] });
    const answer = await market.get('/v1/accounts/nobody/balance', 'operations');
    expect(answer).toEqual({
      status: 404,
      type: 'application/problem+json',
      body: {
        type: 'urn:ciyuan:problem:unknown_account',
        title: 'unknown account',
        status: 404,
        detail: 'No account has the code nobody.',
      },
    });
  });

  async function closes(code: string): Promise<BalanceView> {
    const balance = await read(code);
    let left = 0n;
    for (const grant of balance.grants) {
      const { grantedTokens, drawnTokens, releasedTokens, expiredTokens, leftTokens } = grant;
      const gone = milli(drawnTokens) + milli(releasedTokens) + milli(expiredTokens);
      expect(milli(grantedTokens) - gone).toBe(milli(leftTokens));
      expect(milli(leftTokens)).toBeGreaterThanOrEqual(0n);
      left += milli(leftTokens);
    }
    expect(milli(balance.leftTokens)).toBe(left);
    return balance;
  }
});

function milli(tokens: string): bigint {
  const [whole = '', fraction = ''] = tokens.split('.');
  return BigInt(whole + fraction.padEnd(3, '0'));
}
