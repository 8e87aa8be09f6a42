import {
  ChangeSubscription,
  ListSubscriptions,
  OrderPlan,
  type SubscriptionToChange,
} from '@ciyuan/modules/subscriptions';
import { calls } from '../../../test/support/seeded-calls';
import { SeededMarket } from '../../../test/support/seeded-market';

const NOVEMBER = '2026-11-01T00:00:00+08:00';
const M = 1_000_000_000n;

describe('a subscription that is ended', () => {
  let market: SeededMarket;

  beforeEach(async () => {
    market = await SeededMarket.open('2026-10-05T09:00:00+08:00');
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
    await market.order('wang', 'entry-400k');
  });

  afterEach(async () => {
    expect(await market.violations()).toEqual([]);
    await market.stop();
  });

  const idOf = async (plan: string): Promise<number> => {
    const taken = (await market.engine.get(ListSubscriptions).run('wang')) ?? [];
    return taken.find((one) => one.plan.code === plan)?.id ?? 0;
  };
  const change = async (plan: string, what: SubscriptionToChange['change'], preview = false) =>
    market.engine.get(ChangeSubscription).run({
      account: 'wang',
      subscriptionId: await idOf(plan),
      change: what,
      by: 'mei',
      preview,
    });
  const granted = async (): Promise<readonly bigint[]> =>
    (await market.balance('wang')).filter(([plan]) => plan === 'personal-10m').map(([, milli]) => milli);
  const iso = (instant: number | null): string | null =>
    instant === null ? null : new Date(instant).toISOString();

  it('with what is granted, gets no further cycle, and keeps what it has', async () => {
    const ended = await change('personal-10m', { end: 'period_end' });
    expect(ended).toMatchObject({ ok: true, value: { endsAt: Date.parse(NOVEMBER), applied: true } });
    await market.endMonth('2026-10');
    // From the 5th: 27 days × 12 / 365 of ten million are 8,876,712.3, rounded up to a whole token.
    expect(await granted()).toEqual([8_876_713_000n]);
    expect(await market.post(...calls(OF_NOVEMBER))).toMatchObject([
      { status: 'accepted', charge: { drawnMilli: 400_000_000n } },
    ]);
  });

  it('with what is granted, goes on where that is taken back in time', async () => {
    await change('personal-10m', { end: 'period_end' });
    market.moveTo('2026-10-20T00:00:00+08:00');
    expect(await change('personal-10m', 'resume')).toMatchObject({ ok: true, value: { endsAt: null } });
    await market.endMonth('2026-10');
    expect(await granted()).toEqual([8_876_713_000n, 10n * M]);
  });

  it('at once, ends now; what is granted can be used up', async () => {
    market.moveTo('2026-10-10T00:00:00+08:00');
    const ended = await change('personal-10m', { end: 'now' });
    expect(ended.ok && iso(ended.value.endsAt)).toBe('2026-10-09T16:00:00.000Z');
    expect(await change('personal-10m', 'resume')).toEqual({ ok: false, refusal: { code: 'already_ended' } });
    market.moveTo('2026-10-20T00:00:00+08:00');
    expect(await market.post(...calls(OF_OCTOBER))).toMatchObject([{ charge: { drawnMilli: 5n * M } }]);
    await market.endMonth('2026-10');
    expect(await granted()).toEqual([8_876_713_000n]);
  });

  it('after its cycles were missed, is granted them first', async () => {
    market.moveTo('2026-12-10T00:00:00+08:00');
    expect(await change('personal-10m', { end: 'period_end' })).toMatchObject({
      value: { grantsIssued: 2, endsAt: Date.parse('2027-01-01T00:00:00+08:00') },
    });
  });

  it('makes room for another base tariff, and cannot be resumed into it', async () => {
    await change('payg-standard', { end: 'period_end' });
    market.moveTo(NOVEMBER);
    expect(await market.order('wang', 'payg-standard')).toBe('taken');
    market.moveTo('2026-11-02T00:00:00+08:00');
    const [first] = (await market.engine.get(ListSubscriptions).run('wang')) ?? [];
    expect(first?.endsAt).toBe(Date.parse(NOVEMBER));
  });

  it('cannot be resumed where another base tariff begins', async () => {
    const wanted = await change('payg-standard', { end: 'period_end' });
    expect(wanted.ok).toBe(true);
    const next = { account: 'wang', plan: 'payg-standard', startsAt: Date.parse(NOVEMBER) };
    expect((await market.engine.get(OrderPlan).run(next)).ok).toBe(true);
    const [first] = (await market.engine.get(ListSubscriptions).run('wang')) ?? [];
    const resumed = await market.engine.get(ChangeSubscription).run({
      account: 'wang',
      subscriptionId: first?.id ?? 0,
      change: 'resume',
      by: 'mei',
      preview: false,
    });
    expect(resumed).toEqual({ ok: false, refusal: { code: 'second_base_tariff' } });
  });

  it.each([
    ['a pack', 'entry-400k', { end: 'now' }, 'ends_by_itself'],
    ['one that is not to end', 'personal-10m', 'resume', 'not_ending'],
    ['one that nobody has', 'personal-40m', { end: 'now' }, 'unknown_subscription'],
  ] as const)('is refused for %s', async (_what, plan, what, code) => {
    expect(await change(plan, what)).toEqual({ ok: false, refusal: { code } });
  });

  it('is refused a second time', async () => {
    await change('personal-10m', { end: 'now' });
    expect(await change('personal-10m', { end: 'period_end' })).toEqual({
      ok: false,
      refusal: { code: 'already_ended' },
    });
  });

  it.each([
    ['at once', 'personal-10m', [{ end: 'now' }]],
    ['with what is granted', 'personal-10m', [{ end: 'period_end' }]],
    ['a base tariff', 'payg-standard', [{ end: 'period_end' }]],
    ['and resumed', 'personal-10m', [{ end: 'period_end' }, 'resume']],
  ] as const)(
    'is previewed as it is executed, and leaves nothing behind: %s',
    async (_what, plan, changes) => {
      market.moveTo('2026-11-07T00:00:00+08:00');
      for (const one of changes) {
        const before = await fingerprint();
        const previewed = await change(plan, one, true);
        expect(await fingerprint()).toEqual(before);
        const executed = await change(plan, one);
        expect(previewed).toEqual(executed.ok && { ok: true, value: { ...executed.value, applied: false } });
      }
    },
  );

  const fingerprint = () =>
    market.rows(
      `SELECT (SELECT json_agg(s ORDER BY id) FROM ciyuan.subscription AS s) AS subscriptions,
              (SELECT json_agg(g ORDER BY number) FROM ciyuan.grant_bucket AS g) AS grants,
              (SELECT json_agg(a) FROM ciyuan.account_state AS a) AS states,
              (SELECT count(*) FROM ciyuan.account_write) AS writes`,
    );
});

const OF_OCTOBER = 'o1 | wang | 2026-10-19T09:00:00 | glm-5-air | ascend-910c | input 5_000_000';
/** The entry pack is what is left. */
const OF_NOVEMBER = 'n1 | wang | 2026-11-02T09:00:00 | glm-5-air | ascend-910c | input 1_000_000';
