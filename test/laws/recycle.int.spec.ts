import { DefineModel } from '@ciyuan/modules/catalogue';
import { IntakeUsage, ListSuspense, RecycleSuspense, type UsageOutcome } from '@ciyuan/modules/charging';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import { Engine } from '../support/engine';
import { openAccount, openMarket, publish, usage } from '../support/market';
import { moveMonth } from '../support/month-states';
import { storedBooks } from '../support/stored-books';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';

describe('recycled suspense', () => {
  let engine: Engine;
  const post = (...records: object[]): Promise<UsageOutcome[]> =>
    engine.get(IntakeUsage).run('gateway', records as never);
  const waiting = async (): Promise<string[]> =>
    (await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 })).items.map(
      ({ recordId, reason, detail }) => `${recordId} ${reason} ${detail}`,
    );
  const recycle = async (ids?: readonly string[]) => {
    const { items: open } = await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 });
    const chosen = open.filter((one) => ids?.includes(one.recordId) ?? true);
    return engine.get(RecycleSuspense).run(chosen.map((one) => one.key));
  };

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openAccount(engine, 'alice', ['base'], START);
    engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterEach(() => engine.stop());

  it('is charged once its account is opened, and its duplicates are told the charge', async () => {
    const record = usage('s', 'bob', AT, { input: 1_000, output: 100 });
    await post(record);
    expect(await recycle()).toEqual({ charged: 0, stillOpen: 1 });
    await openAccount(engine, 'bob', ['monthly', 'base'], START);
    expect(await recycle()).toEqual({ charged: 1, stillOpen: 0 });
    expect(await waiting()).toEqual([]);
    expect(await post(record, usage('s', 'bob', AT, { input: 1_001, output: 100 }))).toEqual([
      { status: 'duplicate', first: { sequence: 4, drawnMilli: 1_100_000n, usageGross: 0n } },
      { status: 'conflict', fields: ['tokens.input'] },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it.each<[string, object, (engine: Engine) => Promise<unknown>, string]>([
    [
      'model is defined',
      usage('s', 'alice', AT, { input: 10 }, { model: 'glm-6' }),
      (own) => own.get(DefineModel).run({ code: 'glm-6', name: 'GLM-6', vendor: 'zhipu' }),
      'unknown_model glm-6',
    ],
    [
      'partner may report it',
      usage('s', 'alice', AT, { input: 10 }, { computeOwner: 'zhipu' }),
      (own) =>
        publish(
          own,
          'contract',
          { partner: 'gateway', lateWindowDays: 100, serves: [{ vendor: 'zhipu', computeOwner: 'zhipu' }] },
          Date.parse(START),
        ),
      'not_contracted glm-5 of zhipu on zhipu',
    ],
    [
      'account has a tariff',
      usage('s', 'carol', AT, { input: 10 }),
      (own) => own.get(OrderPlan).run({ account: 'carol', plan: 'base', startsAt: Date.parse(START) }),
      'no_tariff no base subscription at the instant',
    ],
  ])('is charged once its %s, and holds its key till then', async (_what, record, mend, reason) => {
    await openAccount(engine, 'carol', [], START);
    const [first] = await post(record);
    expect(await waiting()).toEqual([`s ${reason}`]);
    expect(await recycle()).toEqual({ charged: 0, stillOpen: 1 });
    const [again] = await post(record);
    expect(again).toEqual({ status: 'duplicate', first: (first as { suspense: object }).suspense });
    await mend(engine);
    expect(await recycle()).toEqual({ charged: 1, stillOpen: 0 });
    expect(await post(record)).toMatchObject([{ status: 'duplicate', first: { usageGross: 20_000_000n } }]);
    expect(await engine.violations()).toEqual([]);
  });

  it('says what it waits for now, when that has changed', async () => {
    await post(usage('s', 'bob', AT, { input: 10 }));
    await openAccount(engine, 'bob', [], START);
    expect(await recycle()).toEqual({ charged: 0, stillOpen: 1 });
    expect(await waiting()).toEqual(['s no_tariff no base subscription at the instant']);
    await engine.get(OrderPlan).run({ account: 'bob', plan: 'base', startsAt: Date.parse(START) });
    expect(await recycle()).toEqual({ charged: 1, stillOpen: 0 });
    expect(await engine.violations()).toEqual([]);
  });

  it('twice at the same time is charged once', async () => {
    const records = Array.from({ length: 20 }, (_, index) => usage(`s${index}`, 'bob', AT, { input: 10 }));
    await post(...records);
    await openAccount(engine, 'bob', ['base'], START);
    const done = await Promise.all([recycle(), recycle(), recycle(), post(...records)]);
    const [one, two, three, answers] = done;
    expect(one.charged + two.charged + three.charged).toBe(20);
    expect(one.stillOpen + two.stillOpen + three.stillOpen).toBe(0);
    expect(answers.every((answer) => answer.status === 'duplicate')).toBe(true);
    const { charges, suspense, keys } = await storedBooks(engine);
    expect([charges?.length, suspense?.length, keys?.length]).toEqual([20, 20, 20]);
    expect(await recycle()).toEqual({ charged: 0, stillOpen: 0 });
    expect(await engine.violations()).toEqual([]);
  });

  it('takes those that were asked for, in the order in which they came, and passes over what is not open', async () => {
    for (const id of ['c', 'a', 'b', 'd']) {
      await post(usage(id, 'bob', AT, { input: 10 }));
      engine.clock.moveBy(1_000);
    }
    await openAccount(engine, 'bob', ['base'], START);
    expect(await recycle(['b', 'c', 'a'])).toEqual({ charged: 3, stillOpen: 0 });
    expect(await engine.get(RecycleSuspense).run(['gateway api b', 'gateway api none'])).toEqual({
      charged: 0,
      stillOpen: 0,
    });
    const charged = await engine.rows<{ ids: string }>(
      "SELECT string_agg(record_id, '' ORDER BY sequence) AS ids FROM ciyuan.usage_record",
    );
    expect(charged).toEqual([{ ids: 'cab' }]);
    expect(await waiting()).toEqual(['d unknown_account bob']);
    expect(await engine.violations()).toEqual([]);
  });

  it('is booked to the month that is open then', async () => {
    await post(usage('s', 'bob', AT, { input: 10 }));
    await openAccount(engine, 'bob', ['base'], START);
    await moveMonth(engine, '2026-10', 'closed');
    await recycle();
    expect(await engine.rows('SELECT accounting_month FROM ciyuan.usage_record')).toEqual([
      { accounting_month: '2026-11' },
    ]);
    expect(await engine.violations()).toEqual([]);
  });
});
