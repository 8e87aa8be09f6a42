import { OrderPlan, RenewDue, ExpireDue } from '@ciyuan/modules/subscriptions';
import { FindImbalance } from '@ciyuan/modules/reporting';
import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import type { AlertsView } from '../../apps/settlement/src/overview/alerts.dto';
import type { CommitmentPacesView, OverviewView } from '../../apps/settlement/src/overview/overview.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-01T12:00:00+08:00';
const PROMISED = {
  ...{ code: 'promised', role: 'commitment', name: 'A million a month', currency: 'CNY', price: '0' },
  ...{
    vatRate: '0.06',
    cycleAnchor: 'calendar',
    exhaustion: 'payg',
    coefficients: 'at_issue',
    latenessHours: 72,
  },
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  commitment: {
    ...{ mode: 'take_or_pay', models: ['*'], pricePerMillion: '100', overPricePerMillion: '120' },
    ...{ shortfallPercent: '100', makeUp: { percentOfShortfall: '0', withinPeriods: 1 }, periodMonths: 1 },
    periods: [{ committed: '1000000' }, { committed: '1000000' }, { committed: '1000000' }],
  },
};
const ACCOUNTS: Readonly<Record<string, string>> = {
  package_revenue: 'package',
  usage_revenue: 'usage',
  breakage_revenue: 'breakage',
  shortfall_revenue: 'shortfall',
  fee_revenue: 'fee',
};

describe('the overview', () => {
  let market: HttpMarket;
  const on = (time: string) => market.engine.clock.moveTo(Date.parse(`${time}+08:00`));
  const read = async (from: string, to: string) =>
    (await market.get<OverviewView>(`/v1/overview?from=${from}&to=${to}`, 'finance')).body;
  const alerts = async () => (await market.get<AlertsView>('/v1/overview/alerts', 'operations')).body.alerts;

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await publish(market.engine, 'plan', PROMISED);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    await openAccount(market.engine, 'free', ['base', 'trial'], START);
    on('2026-10-02T10:00:00');
    await market.report(
      usage('o1', 'alice', AT, { input: 100_000, cached_input: 50_000 }),
      usage('o2', 'bob', AT, { input: 1_000_000, output: 10 }),
      usage('o3', 'free', AT, { input: 500 }),
    );
    on('2026-10-04T00:00:00');
    await market.report(
      usage('o4', 'bob', AT, { input: 3_000 }, { model: 'kimi-k2', vendor: 'kimi' }),
      usage('o5', 'nobody', AT, { input: 1 }),
    );
    await openAccount(market.engine, 'works', ['base'], '2026-10-05T00:00:00+08:00');
    const order = { account: 'works', plan: 'promised', startsAt: Date.parse('2026-10-05T00:00:00+08:00') };
    await market.engine.get(OrderPlan).run(order);
    const items = [{ id: 'o2', reason: 'twice' }];
    on('2026-10-05T09:00:00');
    await market.post('/v1/usage/voids', { items }, 'partner', 'gateway');
    on('2026-10-20T09:00:00');
    await market.report(usage('o6', 'works', '2026-10-06T00:00:00+08:00', { input: 200_000 }));
  });
  afterAll(async () => {
    expect(await market.engine.violations()).toEqual([]);
    await market.close();
  });

  it('says of each day what was booked on it', async () => {
    const { days } = await read('2026-10-01', '2026-10-05');
    expect(days.map(({ day, records, tokens }) => [day, records, tokens])).toEqual([
      ['2026-10-01', 0, '0'],
      ['2026-10-02', 3, '1150510'],
      ['2026-10-03', 0, '0'],
      ['2026-10-04', 1, '3000'],
      ['2026-10-05', -1, '-1000010'],
    ]);
    expect(days[1]).toMatchObject({
      classes: { input: '1100500', cached_input: '50000', output: '10' },
      revenue: [
        { kind: 'package', currency: 'CNY', amount: expect.stringMatching(/^0\.98/) as string },
        { kind: 'usage', currency: 'CNY', amount: '2.00008' },
      ],
    });
    expect(days[4]?.revenue).toEqual([{ kind: 'usage', currency: 'CNY', amount: '-2.00008' }]);
  });

  it('counts an account once on a day on which a plan with a price runs, or usage was charged', async () => {
    const { days } = await read('2026-09-30', '2026-10-06');
    expect(days.map(({ payingAccounts }) => payingAccounts)).toEqual([0, 1, 2, 1, 2, 2, 2]);
    const [later] = (await read('2026-10-20', '2026-10-20')).days;
    expect(later?.payingAccounts).toBe(2);
  });

  it('names the models with the most tokens and revenue', async () => {
    const { topByTokens, topByRevenue, tokens } = await read('2026-10-01', '2026-10-31');
    expect(topByTokens.map(({ model }) => model)).toEqual(['glm-5', 'kimi-k2']);
    expect(topByRevenue.map(({ model }) => model)).toEqual(['glm-5', 'kimi-k2']);
    expect(topByTokens.reduce((sum, one) => sum + Number(one.tokens), 0)).toBe(Number(tokens));
  });

  it('comes to what the journals of the same days have, and to the roll-ups of all time', async () => {
    on('2026-11-20T09:00:00');
    await market.engine.get(RenewDue).run(market.engine.clock.now());
    await market.engine.get(ExpireDue).run(market.engine.clock.now());
    const all = await read('2026-09-15', '2026-12-01');
    for (const { day, revenue } of all.days) expect([day, revenue]).toEqual([day, await journalOf(day)]);
    expect(new Set(all.revenue.map(({ kind }) => kind))).toEqual(
      new Set(['package', 'usage', 'breakage', 'shortfall']),
    );
    for (const { kind, currency, amount } of all.revenue) {
      const sum = all.days
        .flatMap(({ revenue }) => revenue)
        .filter((one) => one.kind === kind && one.currency === currency)
        .reduce((total, one) => total + parseYuan(one.amount), 0n);
      expect(formatYuan(sum)).toBe(amount);
    }
    const [rolled] = await market.engine.rows<{ gross: string; input: string }>(
      "SELECT sum(gross)::text AS gross, sum(input)::text AS input FROM ciyuan.usage_rollup_delta WHERE kind = 'usage'",
    );
    expect(all.revenue.find(({ kind }) => kind === 'usage')?.amount).toBe(
      formatYuan(parseYuan(rolled?.gross ?? '')),
    );
  });

  /** What the ledger has of the day, by the same kinds, out of the lines themselves. */
  async function journalOf(day: string): Promise<object[]> {
    const rows = await market.engine.rows<{ ledger_account: string; asset: string; amount: string }>(
      `SELECT ledger_account, asset, (-sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE ledger_account = ANY ($2) AND account_id > 0
          AND (booked_at AT TIME ZONE 'Asia/Shanghai')::date = $1::date
        GROUP BY 1, 2 HAVING sum(amount) <> 0`,
      [day, Object.keys(ACCOUNTS)],
    );
    const kinds = Object.values(ACCOUNTS);
    return rows
      .map((row) => ({
        kind: ACCOUNTS[row.ledger_account] as string,
        currency: row.asset,
        amount: formatYuan(parseYuan(row.amount)),
      }))
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  }

  it.each([
    'from=2026-10-02&to=2026-10-01',
    'from=2026-01-01&to=2026-10-01',
    'from=2026-10-01',
    'from=october&to=2026-10-01',
  ])('refuses %s', async (query) => {
    const { status, type } = await market.get(`/v1/overview?${query}`, 'finance');
    expect([status, type]).toEqual([400, 'application/problem+json']);
    expect((await market.get('/v1/overview?from=2026-10-01&to=2026-10-01', 'partner')).status).toBe(403);
  });

  it('shows how far each commitment is', async () => {
    const { body } = await market.get<CommitmentPacesView>('/v1/overview/commitments', 'finance');
    expect(body.commitments).toEqual([
      {
        ...{ account: 'works', plan: 'promised', mode: 'take_or_pay', unit: 'tokens', period: 2 },
        ...{ startsAt: '2026-10-31T16:00:00Z', endsAt: '2026-11-30T16:00:00Z', committed: '1000000' },
        ...{ consumed: '0', usedShare: '0', elapsedShare: '0.6458', behind: true },
        subscription: expect.any(Number) as number,
      },
    ]);
  });

  it('alerts of what is late, failed or waits, and of nothing else', async () => {
    expect(await alerts()).toEqual([
      {
        ...{ code: 'suspense_open', subject: 'a_week_or_more', count: 1, more: false },
        ...{ since: '2026-10-03T16:00:00Z', path: '/v1/suspense/causes' },
      },
      {
        ...{ code: 'commitments_behind', subject: 'works promised', count: 1, more: false },
        ...{ since: '2026-10-31T16:00:00Z', path: '/v1/accounts/works/commitments' },
      },
    ]);
    expect(await market.app.get(FindImbalance, { strict: false }).run()).toEqual({
      from: '2026-10',
      assets: [],
    });
  });

  it('alerts of a step of a month that the calendar says is late', async () => {
    const calendar = {
      code: 'settlement',
      zone: 'Asia/Shanghai',
      steps: [{ step: 'freeze', day: 4, counted: 'calendar', at: '12:00' }],
    };
    await publish(market.engine, 'settlement_calendar', calendar);
    const [late] = await alerts();
    expect(late).toEqual({
      ...{ code: 'month_late', subject: '2026-10 freeze', count: 1, more: false },
      ...{ since: '2026-11-04T04:00:00Z', path: '/v1/months/2026-10' },
    });
  });
});
