import type { Problem } from '@ciyuan/platform/http';
import type { BalanceView } from '../../apps/charging/src/balances/balance.convert';
import type { TransferView } from '../../apps/catalogue/src/transfers/transfers.dto';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const SHARED = {
  code: 'shared',
  role: 'pack',
  name: 'Shared',
  currency: 'CNY',
  price: '1.00',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  validityDays: 30,
  transferable: true,
  allowance: { tokens: 3_000, models: ['*'], source: 'pack' },
};

describe('gifts between accounts', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await publish(market.engine, 'plan', SHARED);
    await openAccount(market.engine, 'alice', ['base', 'shared'], START);
    await openAccount(market.engine, 'bob', ['base', 'pack'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-10T00:00:00+08:00'));
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  const GIFT = { kind: 'gift', to: 'bob', tokens: 500 };
  const post = <Body = TransferView>(
    body: object,
    role: 'operations' | 'finance' = 'operations',
    from = 'alice',
  ) => market.post<Body>(`/v1/accounts/${from}/transfers`, body, role);

  it('are previewed and made; both balances show them', async () => {
    const made = {
      from: 'alice',
      to: 'bob',
      parts: [
        {
          grant: '000000000003',
          tokens: '500',
          received: '000000000004',
          expiresAt: '2026-10-30T16:00:00Z',
        },
      ],
      applied: true,
    };
    expect((await post({ ...GIFT, preview: true })).body).toEqual({ ...made, applied: false });
    const { status, body } = await post({ ...GIFT, grant: '000000000003' });
    expect([status, body]).toEqual([200, made]);
    const balance = async (account: string) =>
      (await market.get<BalanceView>(`/v1/accounts/${account}/balance`, 'finance')).body.grants.map(
        ({ origin, grantedTokens, releasedTokens, leftTokens }) => [
          origin,
          grantedTokens,
          releasedTokens,
          leftTokens,
        ],
      );
    expect(await balance('alice')).toEqual([['sold', '3000', '500', '2500']]);
    expect(await balance('bob')).toEqual([
      ['received', '500', '0', '500'],
      ['sold', '400000', '0', '400000'],
    ]);
  });

  it.each([
    ['nobody', GIFT, 404, 'unknown_account'],
    ['alice', { ...GIFT, to: 'nobody' }, 422, 'unknown_receiver'],
    ['alice', { ...GIFT, to: 'alice' }, 422, 'same_account'],
    ['alice', { ...GIFT, grant: '9' }, 422, 'unknown_grant'],
    ['bob', { ...GIFT, to: 'alice', grant: '3' }, 403, 'not_transferable'],
    ['alice', { ...GIFT, tokens: 2_501 }, 409, 'not_enough_tokens'],
  ] as const)('of %s: %j is refused', async (from, body, status, code) => {
    const refused = await post<Problem>(body, 'operations', from);
    expect([refused.status, refused.body.type]).toEqual([status, `urn:ciyuan:problem:${code}`]);
  });

  it.each([
    [{ ...GIFT, tokens: 0 }, 'tokens'],
    [{ ...GIFT, tokens: 1.5 }, 'tokens'],
    [{ ...GIFT, kind: 'sale' }, 'kind'],
    [{ ...GIFT, grant: 'the last' }, 'grant'],
    [{ kind: 'gift', tokens: 5 }, 'to'],
  ] as const)('%j names the field at fault: %s', async (body, field) => {
    const refused = await post<Problem>(body);
    expect([refused.status, refused.body.faults?.map((one) => one.path)]).toEqual([400, [field]]);
  });

  it('are not for finance to make', async () => {
    expect((await post(GIFT, 'finance')).status).toBe(403);
  });
});
