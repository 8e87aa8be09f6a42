import { ReadBalance, RecycleSuspense, VoidUsage, type VoidOutcome } from '@ciyuan/modules/charging';
import { ExpireDue, OrderPlan } from '@ciyuan/modules/subscriptions';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, publish, usage } from '../../../test/support/market';
import { IntakeUsage } from './intake-usage';
import { ListSuspense } from './list-suspense';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const NOTHING = { sequence: null, returnedMilli: 0n, creditedGross: 0n };

describe('voided usage', () => {
  let engine: Engine;
  const post = async (...records: object[]): Promise<string[]> =>
    (await engine.get(IntakeUsage).run('gateway', records as never)).map((one) => one.status);
  const takeBack = (...ids: string[]): Promise<VoidOutcome[]> =>
    engine.get(VoidUsage).run({
      partner: 'gateway',
      by: 'gateway',
      asStaff: false,
      items: ids.map((id) => ({ source: 'api', id, reason: `wrong ${id}` })),
    });
  const left = async (account: string): Promise<(readonly [string, bigint, bigint, bigint])[]> =>
    ((await engine.get(ReadBalance).run(account)) ?? []).map(
      ({ plan, drawnMilli, expiredMilli, leftMilli }) => [plan, drawnMilli, expiredMilli, leftMilli] as const,
    );
  const waiting = async () => (await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 10 })).items;
  const entries = (columns: string) =>
    engine.rows(`SELECT ${columns} FROM ciyuan.usage_correction ORDER BY account_id, sequence`);

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openAccount(engine, 'alice', ['base', 'monthly'], START);
    await openAccount(engine, 'bob', ['base', 'trial', 'pack'], START);
    engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterEach(async () => {
    expect(await engine.violations()).toEqual([]);
    await engine.stop();
  });

  it('gives its tokens back, and says so again when it is asked again', async () => {
    await post(usage('r1', 'alice', AT, { input: 1_000, cached_input: 500, output: 200 }));
    expect(await left('alice')).toEqual([['monthly', 1_250_000n, 0n, 998_750_000n]]);
    const totals = { sequence: 5, returnedMilli: 1_250_000n, creditedGross: 0n };
    expect(await takeBack('r1')).toEqual([{ status: 'voided', void: totals }]);
    expect(await left('alice')).toEqual([['monthly', 0n, 0n, 1_000_000_000n]]);
    expect(await takeBack('r1', 'r1')).toEqual(Array(2).fill({ status: 'already_voided', void: totals }));
    expect(
      await entries('sequence, record_sequence, kind, records, input, recognised_net, reason, requested_by'),
    ).toEqual([
      {
        sequence: '5',
        record_sequence: '4',
        kind: 'reversal',
        records: -1,
        input: '-1000',
        // 9.34 yuan net for a million tokens, of which 1,250 were drawn.
        recognised_net: '-0.011675000000',
        reason: 'wrong r1',
        requested_by: 'gateway',
      },
    ]);
  });

  it('of what two grants and the tariff covered gives each its part, and takes the charge back', async () => {
    // The trial holds 10,000 tokens and the pack 400,000; 5,000 are beyond both, at 2 yuan a million.
    await post(usage('r1', 'bob', AT, { input: 415_000 }));
    expect(await left('bob')).toMatchObject([
      ['trial', 10_000_000n, 0n, 0n],
      ['pack', 400_000_000n, 0n, 0n],
    ]);
    expect(await takeBack('r1')).toMatchObject([
      { status: 'voided', void: { returnedMilli: 410_000_000n, creditedGross: 10_000_000_000n } },
    ]);
    // The trial's fifteen days and its three for what is late are over: what it gets back expires at once.
    expect(await left('bob')).toEqual([
      ['trial', 0n, 10_000_000n, 0n],
      ['pack', 0n, 0n, 400_000_000n],
    ]);
    const returned = await engine.rows(
      "SELECT milli_tokens FROM ciyuan.grant_movement WHERE kind = 'returned' ORDER BY grant_number",
    );
    expect(returned).toEqual([{ milli_tokens: '10000000' }, { milli_tokens: '400000000' }]);
  });

  it('is not found where nobody reported it, and voided once where it is asked for twice at a time', async () => {
    await post(usage('r1', 'alice', AT, { input: 10 }), usage('r2', 'alice', AT, { input: 20 }));
    expect((await takeBack('r2', 'none', 'r1', 'r2')).map((one) => one.status)).toEqual([
      'voided',
      'not_found',
      'voided',
      'already_voided',
    ]);
    expect(await entries('record_id')).toEqual([{ record_id: 'r1' }, { record_id: 'r2' }]);
  });

  it('under many hands is voided once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
    await post(...ids.map((id) => usage(id, 'alice', AT, { input: 100 })));
    const answers = await Promise.all([takeBack(...ids), takeBack(...ids.toReversed()), takeBack(...ids)]);
    const voided = answers.flat().filter((one) => one.status === 'voided');
    expect(voided).toHaveLength(12);
    expect(await left('alice')).toEqual([['monthly', 0n, 0n, 1_000_000_000n]]);
  });

  it('keeps its identity for ever', async () => {
    const record = usage('r1', 'alice', AT, { input: 1_000 });
    await post(record);
    await takeBack('r1');
    expect(await post(record, usage('r1', 'alice', AT, { input: 1 }))).toEqual(['duplicate', 'conflict']);
    expect(await left('alice')).toEqual([['monthly', 0n, 0n, 1_000_000_000n]]);
  });

  it('while it waits in suspense is tried no more, and its duplicates are told', async () => {
    const record = usage('s', 'nobody', AT, { input: 10 });
    await post(record);
    const [entry] = await waiting();
    expect(await takeBack('s', 's')).toEqual([
      { status: 'voided', void: NOTHING },
      { status: 'already_voided', void: NOTHING },
    ]);
    expect(await takeBack('s')).toEqual([{ status: 'already_voided', void: NOTHING }]);
    expect(await waiting()).toEqual([]);
    await openAccount(engine, 'nobody', ['base'], START);
    const recycled = await engine.get(RecycleSuspense).run([entry?.key ?? '']);
    expect(recycled).toEqual({ charged: 0, stillOpen: 0 });
    expect(await engine.get(IntakeUsage).run('gateway', [record] as never)).toEqual([
      { status: 'duplicate', first: { reason: 'voided', detail: 'wrong s' } },
    ]);
  });

  it('that was recycled is voided where it was charged', async () => {
    await post(usage('s', 'later', AT, { input: 1_000 }));
    await openAccount(engine, 'later', ['base', 'monthly'], START);
    const [entry] = await waiting();
    await engine.get(RecycleSuspense).run([entry?.key ?? '']);
    expect(await takeBack('s')).toMatchObject([{ status: 'voided', void: { returnedMilli: 1_000_000n } }]);
    expect(await left('later')).toEqual([['monthly', 0n, 0n, 1_000_000_000n]]);
  });

  it('is refused to a partner whose window is over, and not to the operator', async () => {
    await post(usage('r1', 'alice', AT, { input: 10 }));
    engine.clock.moveTo(Date.parse('2027-01-14T00:00:00+08:00'));
    expect(await takeBack('r1')).toEqual([
      { status: 'refused', field: 'id', message: 'of a call before 2026-10-05T16:00:00Z' },
    ]);
    const item = { source: 'api', id: 'r1', reason: 'wrong' };
    const asked = { partner: 'gateway', by: 'ops', asStaff: true, items: [item] };
    expect(await engine.get(VoidUsage).run(asked)).toMatchObject([{ status: 'voided' }]);
    expect(await entries('requested_by')).toEqual([{ requested_by: 'ops' }]);
  });

  it('of a grant that has expired expires again at once, as breakage', async () => {
    // The pack is full of it, so that nothing expired; the trial is not touched.
    await post(usage('r1', 'bob', AT, { input: 10_000 }), usage('r2', 'bob', AT, { input: 400_000 }));
    await post(usage('r3', 'alice', AT, { input: 300_000 }));
    engine.clock.moveTo(Date.parse('2026-11-10T00:00:00+08:00'));
    await engine.get(ExpireDue).run(engine.clock.now());
    expect(await engine.violations()).toEqual([]);
    await takeBack('r2', 'r3', 'r1');
    expect(await left('bob')).toEqual([
      ['trial', 0n, 10_000_000n, 0n],
      ['pack', 0n, 400_000_000n, 0n],
    ]);
    expect((await left('alice'))[0]).toEqual(['monthly', 0n, 1_000_000_000n, 0n]);
    const rolled = await engine.rows(
      "SELECT kind, sum(net) AS net FROM ciyuan.usage_rollup_delta WHERE kind IN ('package', 'breakage') GROUP BY 1 ORDER BY 1",
    );
    // A pack of 1.00 and a package of 9.90 with VAT: 0.94 + 9.34 net, all of it breakage by now.
    expect(rolled).toEqual([
      { kind: 'breakage', net: '10.280000000000' },
      { kind: 'package', net: '0.000000000000' },
    ]);
  });

  it('uses the prices, rules and costs that it was charged with, whatever has been published since', async () => {
    await post(usage('r1', 'bob', AT, { input: 500_000, output: 1_000 }));
    const dear = (code: string): object => ({
      code,
      zone: 'Asia/Shanghai',
      currency: 'CNY',
      entries: ['input', 'output'].map((name) => ({
        model: '*',
        class: name,
        price: '50',
        effectiveFrom: '2026-01-01T00:00:00+08:00',
      })),
      multipliers: [],
      tiers: [],
    });
    const from = Date.parse('2026-10-02T00:00:00+08:00');
    await publish(engine, 'price_book', dear('retail'), from);
    await publish(engine, 'cost_book', { ...dear('tianyi-costs'), party: 'tianyi' }, from);
    // 410,000 tokens were covered; of the rest 90,000 × 2 + 1,000 × 8 a million.
    expect(await takeBack('r1')).toMatchObject([
      { status: 'voided', void: { returnedMilli: 410_000_000n, creditedGross: 188_000_000_000n } },
    ]);
    const [sums] = await engine.rows(
      'SELECT sum(compute_cost) AS cost, sum(gross) AS gross, sum(records) AS records FROM ciyuan.usage_rollup_delta',
    );
    expect(sums).toEqual({ cost: '0.000000000000', gross: '0.000000000000', records: '0' });
  });

  it('closes the cost suspense that it had', async () => {
    await publish(engine, 'split_rule', {
      code: 'kimi-rule',
      match: { model: 'kimi-k2' },
      breakage: 'operator',
      rule: {
        vatRate: '0.06',
        vatIncluded: true,
        residual: 'operator',
        steps: [{ party: 'vendor', type: 'cost' }],
      },
    });
    await post(usage('r1', 'alice', AT, { input: 10 }, { model: 'kimi-k2', vendor: 'kimi' }));
    const [open] = await engine.rows('SELECT sequence, settled_sequence FROM ciyuan.cost_suspense');
    expect(open).toEqual({ sequence: '4', settled_sequence: null });
    await takeBack('r1');
    const [settled] = await engine.rows('SELECT sequence, settled_sequence FROM ciyuan.cost_suspense');
    expect(settled).toEqual({ sequence: '4', settled_sequence: '5' });
  });

  it('does not see what the account took up since', async () => {
    await post(usage('r1', 'bob', AT, { input: 420_000 }));
    await engine.get(OrderPlan).run({ account: 'bob', plan: 'pack', startsAt: Date.parse(START) });
    expect(await takeBack('r1')).toMatchObject([{ void: { creditedGross: 20_000_000_000n } }]);
    expect((await left('bob')).map(([, drawn]) => drawn)).toEqual([0n, 0n, 0n]);
  });
});
