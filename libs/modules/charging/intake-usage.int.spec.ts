import { IntakeUsage } from '@ciyuan/modules/charging';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, usage } from '../../../test/support/market';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';

describe('usage that a partner posts', () => {
  let engine: Engine;
  const post = (...records: object[]) => engine.get(IntakeUsage).run('gateway', records as never);

  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openAccount(engine, 'alice', ['base', 'monthly'], START);
    await openAccount(engine, 'bob', ['base', 'trial', 'pack'], START);
    await openAccount(engine, 'carol', [], START);
    engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterAll(() => engine.stop());

  it('draws, rates and answers each record in order', async () => {
    const outcomes = await post(
      usage('a1', 'alice', AT, { input: 1000, cached_input: 500, output: 200 }),
      usage('b1', 'bob', AT, { input: 9_000 }),
      usage('b2', 'bob', AT, { input: 5_000, output: 1_000 }),
    );
    expect(outcomes).toMatchObject([
      // 1,000 + 500 × 0.1 + 200 package tokens
      { status: 'accepted', charge: { drawnMilli: 1_250_000n, usageGross: 0n } },
      { status: 'accepted', charge: { drawnMilli: 9_000_000n, usageGross: 0n } },
      // 1,000 of the trial, then 5,000 of the pack
      { status: 'accepted', charge: { drawnMilli: 6_000_000n, usageGross: 0n } },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('answers the same again as a duplicate with its first outcome, and another under its id as a conflict', async () => {
    const record = usage('d1', 'alice', AT, { input: 10 });
    const [first] = await post(record);
    const again = await post(record, usage('d1', 'alice', AT, { input: 11, output: 1 }), record);
    expect(again[0]).toMatchObject({
      status: 'duplicate',
      first: { sequence: (first as never as { charge: { sequence: number } }).charge.sequence },
    });
    expect(again[1]).toEqual({ status: 'conflict', fields: ['tokens.input', 'tokens.output'] });
    expect(again[2]?.status).toBe('duplicate');
    expect(await engine.violations()).toEqual([]);
  });

  it('holds in suspense what it cannot charge, and draws nothing of it', async () => {
    const outcomes = await post(
      usage('s1', 'nobody', AT, { input: 10 }),
      usage('s2', 'alice', AT, { input: 10 }, { model: 'unlisted' }),
      usage('s3', 'alice', AT, { input: 10 }, { computeOwner: 'elsewhere' }),
      usage('s4', 'carol', AT, { input: 10 }),
      usage('s5', 'bob', AT, { input: 10, requests: 1 }),
    );
    expect(
      outcomes.map((one) => one.status === 'suspense' && [one.suspense.reason, one.suspense.detail]),
    ).toEqual([
      ['unknown_account', 'nobody'],
      ['unknown_model', 'unlisted'],
      ['not_contracted', 'glm-5 of zhipu on elsewhere'],
      ['no_tariff', 'no base subscription at the instant'],
      ['unpriced', 'requests'],
    ]);
    const again = await post(
      usage('s1', 'nobody', AT, { input: 10 }),
      usage('s4', 'carol', AT, { input: 11 }),
    );
    expect(again).toEqual([
      { status: 'duplicate', first: { reason: 'unknown_account', detail: 'nobody' } },
      { status: 'conflict', fields: ['tokens.input'] },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('keeps on record a call that used nothing, covered or not', async () => {
    await openAccount(engine, 'dave', ['base'], START);
    const outcomes = await post(usage('z1', 'alice', AT, {}), usage('z2', 'dave', AT, { input: 0 }));
    expect(outcomes).toMatchObject([
      { status: 'accepted', charge: { drawnMilli: 0n, usageGross: 0n } },
      { status: 'accepted', charge: { drawnMilli: 0n, usageGross: 0n } },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('refuses by field what is malformed or outside the window, and claims nothing of it', async () => {
    const outcomes = await post(
      { ...usage('r1', 'alice', AT, { input: 10 }), extra: 1 },
      usage('r2', 'alice', AT, { input: -1 }),
      usage('r3', 'alice', '2026-10-05 12:00', { input: 1 }),
      usage('r4', 'alice', '2026-10-20T00:06:00+08:00', { input: 1 }),
      usage('r5', 'alice', '2026-01-05T00:00:00+08:00', { input: 1 }),
      usage('r 6', 'alice', AT, { input: 1 }),
      usage('r7', 'alice', AT, { input: 1 }),
    );
    expect(outcomes.map((one) => (one.status === 'refused' ? one.field : one.status))).toEqual([
      'extra',
      'tokens.input',
      'at',
      'at',
      'at',
      'id',
      'accepted',
    ]);
    const [mended] = await post(usage('r2', 'alice', AT, { input: 1 }));
    expect(mended?.status).toBe('accepted');
  });
});
