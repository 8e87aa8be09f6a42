import type { UsageResults } from '../../apps/charging/src/usage/usage.dto';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';

const OCTOBER = '2026-10-01T00:00:00+08:00';
const WORKDAYS = { from: '14:00', to: '18:00', holidays: 'china', on: 'workdays' };
const DAYS_OFF = { from: '00:00', to: '24:00', holidays: 'china', on: 'holidays' };

const price = (yuan: string, more: object = {}): object => ({
  model: '*',
  class: 'input',
  price: yuan,
  effectiveFrom: OCTOBER,
  ...more,
});

/** The first days of October are off; in exchange the Saturday of the week after is worked. */
const CALENDAR = {
  code: 'china',
  zone: 'Asia/Shanghai',
  days: [
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({
      date: `2026-10-0${day}`,
      kind: 'holiday',
      name: 'National Day',
    })),
    { date: '2026-10-10', kind: 'workday', name: 'worked instead' },
  ],
};
const BOOK = {
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [price('2'), price('3', { timeBand: WORKDAYS }), price('1', { timeBand: DAYS_OFF })],
  multipliers: [],
  tiers: [],
};

describe('prices of workdays and holidays', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(OCTOBER);
    const from = Date.parse(OCTOBER);
    await publish(market.engine, 'holiday_calendar', CALENDAR, from);
    await publish(market.engine, 'price_book', BOOK, from);
    await openAccount(market.engine, 'alice', ['base'], OCTOBER);
  });

  afterAll(() => market.close());

  it.each([
    ['a Thursday off', '2026-10-01T15:00:00+08:00', '1'],
    ['a Thursday', '2026-10-08T15:00:00+08:00', '3'],
    ['a Thursday morning', '2026-10-08T09:00:00+08:00', '2'],
    ['a Saturday that is worked', '2026-10-10T15:00:00+08:00', '3'],
    ['an ordinary Saturday', '2026-10-17T15:00:00+08:00', '1'],
    ['midnight before a Saturday, by the zone of the book', '2026-10-16T16:00:00Z', '1'],
  ])('charge a million tokens on %s at %s with %s', async (_what, at, yuan) => {
    market.engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
    const { body } = await market.report<UsageResults>(usage(at, 'alice', at, { input: 1_000_000 }));
    expect(body.results[0]).toMatchObject({ status: 'accepted', charge: { usageYuan: yuan } });
  });

  it('are not guessed in a year that no calendar covers: the record waits', async () => {
    market.engine.clock.moveTo(Date.parse('2027-01-05T00:00:00+08:00'));
    const at = '2027-01-04T15:00:00+08:00';
    const { body } = await market.report<UsageResults>(usage('next-year', 'alice', at, { input: 1 }));
    expect(body.results[0]).toMatchObject({ status: 'suspense', suspense: { reason: 'unpriced' } });
  });
});
