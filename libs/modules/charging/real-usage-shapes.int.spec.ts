import { COUNTERS, type Json } from '@ciyuan/core/usage';
import { IntakeUsage } from '@ciyuan/modules/charging';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, publish, wireUsage } from '../../../test/support/market';
import { SHAPES, withRealShapes } from '../../../test/support/real-usage-shapes';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';

/** One tariff that prices a search beside the tokens, in yuan apiece. */
async function openShop(engine: Engine): Promise<void> {
  const price = (counter: string, yuan: string) => ({
    model: '*',
    class: counter,
    price: yuan,
    effectiveFrom: '2026-01-01T00:00:00+08:00',
  });
  const entries = [price('input', '2'), price('output', '8'), price('tool_calls', '0.01')];
  const book = { code: 'searching', zone: 'Asia/Shanghai', currency: 'CNY', entries };
  await publish(engine, 'price_book', { ...book, multipliers: [], tiers: [] });
  await publish(engine, 'plan', {
    code: 'searching',
    role: 'base',
    name: 'Searching',
    currency: 'CNY',
    price: '0',
    vatRate: '0.06',
    cycleAnchor: 'calendar',
    firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
    exhaustion: 'payg',
    coefficients: 'at_issue',
    latenessHours: 72,
    priceBook: 'searching',
  });
  await openAccount(engine, 'searcher', ['searching'], START);
  engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
}

it('three of the shapes are expected to wait', () => {
  expect(Object.values(SHAPES).filter(([, expected]) => 'reason' in expected)).toHaveLength(3);
});

withRealShapes((shapes) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openShop(engine);
  });

  afterAll(() => engine.stop());

  it('are charged by the classes that are expected, or wait for the reason that is', async () => {
    const records = shapes.map(({ shape, raw }) =>
      wireUsage(shape, 'searcher', AT, [SHAPES[shape]?.[0] ?? 'openai_chat', raw]),
    );
    const outcomes = await engine.get(IntakeUsage).run('gateway', records);
    outcomes.forEach((one, index) => {
      const expected = SHAPES[shapes[index]?.shape ?? '']?.[1] ?? {};
      expect(one).toMatchObject(
        'reason' in expected
          ? {
              suspense: {
                reason: 'unreadable_usage',
                detail: expect.stringContaining(expected.reason) as string,
              },
            }
          : { status: 'accepted' },
      );
    });
    expect(outcomes.filter((one) => one.status === 'accepted')).toHaveLength(21);
    expect(outcomes.filter((one) => one.status === 'suspense')).toHaveLength(3);
    expect(await engine.violations()).toEqual([]);
  });

  it('are stored with their counts, their semantics and what was posted', async () => {
    const rows = await engine.rows<Record<string, string | null> & { raw_usage: Json }>(
      'SELECT * FROM ciyuan.usage_record',
    );
    const stored = Object.fromEntries(
      rows.map((row) => [row['record_id'] ?? '', [row['semantics'], countsIn(row), row.raw_usage]] as const),
    );
    const expected = shapes.flatMap(({ shape, raw }) => {
      const expectation = SHAPES[shape];
      if (expectation === undefined || 'reason' in expectation[1]) return [];
      return [[shape, [...expectation, raw]] as const];
    });
    expect(stored).toEqual(Object.fromEntries(expected));
    expect(expected).toHaveLength(21);
  });
});

const countsIn = (row: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(COUNTERS.flatMap((name) => (row[name] === null ? [] : [[name, Number(row[name])]])));
