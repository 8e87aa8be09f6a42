import { RenewDue } from '@ciyuan/modules/subscriptions';
import type { CommitmentsView } from '../../apps/charging/src/commitments/commitments.dto';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const PLAN = {
  role: 'commitment',
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
/** 2 yuan a million and 3 beyond; all of a shortfall is charged, half of it can be made up in the next month. */
const CONTRACT = {
  ...PLAN,
  code: 'contract',
  name: 'Contract',
  commitment: {
    mode: 'take_or_pay',
    models: ['glm-5'],
    pricePerMillion: '2',
    overPricePerMillion: '3',
    shortfallPercent: '100',
    makeUp: { percentOfShortfall: '50', withinPeriods: 1 },
    periodMonths: 1,
    periods: [{ committed: '10000000' }, { committed: '10000000' }],
  },
};
const SPEND = {
  ...PLAN,
  code: 'spend',
  name: 'Spend',
  commitment: {
    mode: 'spend',
    models: ['kimi-*'],
    shortfallPercent: '50',
    periodMonths: 1,
    periods: [{ committed: '100.00' }],
  },
};
const PREPAID = {
  ...PLAN,
  code: 'prepaid',
  name: 'Prepaid',
  coefficientTable: 'standard',
  commitment: {
    mode: 'prepaid',
    models: ['kimi-*'],
    pricePerMillion: '1',
    periodMonths: 1,
    periods: [{ committed: '1000000' }, { committed: '1000000' }],
  },
};
const KIMI = { model: 'kimi-k2', vendor: 'kimi' };

describe('GET /v1/accounts/…/commitments', () => {
  let market: HttpMarket;
  const read = async (query = ''): Promise<CommitmentsView> =>
    (await market.get<CommitmentsView>(`/v1/accounts/alice/commitments${query}`, 'operations')).body;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    for (const plan of [CONTRACT, SPEND, PREPAID]) await publish(market.engine, 'plan', plan);
    await openAccount(market.engine, 'alice', ['base', 'contract', 'spend', 'prepaid'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-10T00:00:00+08:00'));
    await market.report(usage('c1', 'alice', '2026-10-05T12:00:00+08:00', { input: 4_000_000 }));
    // The prepaid grant covers a million, which leaves nothing for the cached ones.
    await market.report(
      usage('c2', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_999_999, cached_input: 15 }, KIMI),
    );
    await market.engine.get(RenewDue).run(market.engine.clock.now());
    await market.report(usage('c3', 'alice', '2026-11-05T12:00:00+08:00', { input: 11_000_000 }));
  });

  afterAll(() => market.close());

  it('shows each contract, and what each of its periods has come to', async () => {
    const { account, commitments } = await read();
    expect(account).toBe('alice');
    expect(commitments.map(({ plan, mode, unit }) => [plan, mode, unit])).toEqual([
      ['contract', 'take_or_pay', 'tokens'],
      ['spend', 'spend', 'yuan'],
      ['prepaid', 'prepaid', 'tokens'],
    ]);
    expect(commitments[0]?.periods).toEqual([
      {
        period: 1,
        startsAt: '2026-09-30T16:00:00Z',
        endsAt: '2026-10-31T16:00:00Z',
        state: 'closed',
        committed: '10000000',
        consumed: '4000000',
        shortfall: '6000000',
        makeUpGranted: '3000000',
        makeUpUsed: '1000000',
        makeUpLapsed: '0',
        makeUpLeft: '2000000',
        chargedYuan: '8',
        shortfallYuan: '12',
      },
      expect.objectContaining({
        period: 2,
        state: 'open',
        consumed: '11000000',
        shortfall: '0',
        chargedYuan: '20',
        shortfallYuan: '0',
      }),
    ]);
  });

  it.each([
    ['?plan=spend', ['spend closed']],
    ['?mode=take_or_pay', ['contract closed open']],
    ['?state=open', ['contract open']],
    ['?state=granted', ['prepaid granted granted']],
    ['?state=closed&plan=prepaid', []],
    ['?mode=prepaid&plan=spend', []],
  ])('shows %s', async (query, expected) => {
    const { commitments } = await read(query);
    const told = commitments.map(({ plan, periods }) =>
      [plan, ...periods.map(({ state }) => state)].join(' '),
    );
    expect(told).toEqual(expected);
  });

  it.each(['?state=gone', '?mode=free', '?colour=red'])('refuses %s', async (query) => {
    expect((await market.get(`/v1/accounts/alice/commitments${query}`, 'operations')).status).toBe(400);
  });

  it('shows a spend in yuan, and a prepaid contract by its grants', async () => {
    const [, spend, prepaid] = (await read()).commitments;
    // 2 yuan a million for 9,999,999 input and 15 cached: 19.999998 + 0.00003. Half of 79.999972 is 40.00.
    expect(spend?.periods).toMatchObject([
      {
        state: 'closed',
        committed: '100',
        consumed: '20.000028',
        shortfall: '79.999972',
        shortfallYuan: '40',
      },
    ]);
    expect(prepaid?.periods).toMatchObject([
      { state: 'granted', committed: '1000000', consumed: '1000000', chargedYuan: '1' },
      { state: 'granted', committed: '1000000', consumed: '0', chargedYuan: '1' },
    ]);
    expect(await market.engine.violations()).toEqual([]);
  });

  it('shows an account without any, and refuses one that nobody has', async () => {
    expect((await market.get<CommitmentsView>('/v1/accounts/bob/commitments', 'finance')).body).toEqual({
      account: 'bob',
      commitments: [],
    });
    expect(await market.get('/v1/accounts/nobody/commitments', 'finance')).toMatchObject({
      status: 404,
      body: { type: 'urn:ciyuan:problem:unknown_account' },
    });
  });
});
