import { IntakeUsage, ReadBalance, type UsageOutcome } from '@ciyuan/modules/charging';
import { ExpireDue, RenewDue } from '@ciyuan/modules/subscriptions';
import { Engine } from '../support/engine';
import { openAccount, openMarket, usage } from '../support/market';
import { moveMonth } from '../support/month-states';
import { storedBooks } from '../support/stored-books';

const START = '2026-09-01T00:00:00+08:00';
const local = (text: string): number => Date.parse(`${text}+08:00`);

describe('renewals and expiries as time goes by', () => {
  let engine: Engine;
  const post = (...records: object[]): Promise<UsageOutcome[]> =>
    engine.get(IntakeUsage).run('gateway', records as never);
  const at = (text: string): number => {
    engine.clock.moveTo(local(text));
    return engine.clock.now();
  };
  /** Each grant as drawn, expired and left of what was granted, in tokens. */
  const balance = async (account: string): Promise<string[]> =>
    ((await engine.get(ReadBalance).run(account)) ?? []).map(
      (one) =>
        `${one.plan} ${one.effectiveAt.slice(0, 10)}: ${one.drawnMilli / 1000n} + ${one.expiredMilli / 1000n} + ${one.leftMilli / 1000n}`,
    );
  /** Yuan, by ledger account and accounting month. */
  const booked = async (ledgerAccount: string): Promise<string[]> => {
    const rows = await engine.rows<{ month: string; amount: string }>(
      `SELECT accounting_month AS month, trim_scale(-sum(amount))::text AS amount FROM ciyuan.journal_line
        WHERE ledger_account = $1 GROUP BY 1 HAVING sum(amount) <> 0 ORDER BY 1`,
      [ledgerAccount],
    );
    return rows.map(({ month, amount }) => `${month} ${amount}`);
  };
  const expire = (): Promise<number> => engine.get(ExpireDue).run(engine.clock.now());
  const renew = (): Promise<number> => engine.get(RenewDue).run(engine.clock.now());

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    // 400,000 tokens for 1 yuan, 0.94 of it net, to the first of October
    await openAccount(engine, 'pam', ['base', 'pack'], START);
    // A million tokens a month for 9.9 yuan, 9.34 of them net
    await openAccount(engine, 'moe', ['base', 'monthly'], START);
    // 10,000 tokens for nothing, to the 16th of September
    await openAccount(engine, 'tom', ['trial'], START);
  });

  afterEach(async () => {
    expect(await engine.violations()).toEqual([]);
    await engine.stop();
  });

  it('expire what is left when the lateness window of 72 hours is over, once', async () => {
    at('2026-09-10T00:00');
    await post(usage('p1', 'pam', '2026-09-09T00:00:00+08:00', { input: 100_000 }));
    at('2026-09-18T23:59:59.999');
    expect(await expire()).toBe(0);
    at('2026-09-19T00:00');
    expect(await expire()).toBe(1);
    expect(await balance('tom')).toEqual(['trial 2026-08-31: 0 + 10000 + 0']);
    at('2026-10-03T23:59:59.999');
    expect(await expire()).toBe(0);
    at('2026-10-04T00:00');
    expect(await expire()).toBe(2);
    expect(await expire()).toBe(0);
    expect(await balance('pam')).toEqual(['pack 2026-08-31: 100000 + 300000 + 0']);
    expect(await balance('moe')).toEqual(['monthly 2026-08-31: 0 + 1000000 + 0']);
    // A quarter of 0.94 was consumed; three quarters and all of 9.34 are breakage of September
    expect(await booked('package_revenue')).toEqual(['2026-09 0.235']);
    expect(await booked('breakage_revenue')).toEqual(['2026-09 10.045']);
    expect(await booked('deferred_revenue')).toEqual([]);
  });

  it('leave what is late but within the window to the grant, and draw back by what comes later still', async () => {
    at('2026-10-03T12:00');
    await post(usage('late', 'pam', '2026-09-30T23:59:59+08:00', { input: 100_000 }));
    expect(await balance('pam')).toEqual(['pack 2026-08-31: 100000 + 0 + 300000']);
    at('2026-10-05T00:00');
    await expire();
    expect(await balance('pam')).toEqual(['pack 2026-08-31: 100000 + 300000 + 0']);
    const [later] = await post(usage('later', 'pam', '2026-09-30T23:59:58+08:00', { input: 160_000 }));
    expect(later).toMatchObject({ status: 'accepted', charge: { drawnMilli: 160_000_000n, usageGross: 0n } });
    expect(await balance('pam')).toEqual(['pack 2026-08-31: 260000 + 140000 + 0']);
    // 0.94 × 26 / 40 consumed and 14 / 40 broken, beside moe's month
    expect(await booked('package_revenue')).toEqual(['2026-09 0.611']);
    expect(await booked('breakage_revenue')).toEqual(['2026-09 9.669']);
    const [rest] = await post(usage('rest', 'pam', '2026-09-30T00:00:00+08:00', { input: 150_000 }));
    expect(rest).toMatchObject({ charge: { drawnMilli: 140_000_000n, usageGross: 20_000_000_000n } });
    expect(await balance('pam')).toEqual(['pack 2026-08-31: 400000 + 0 + 0']);
    expect(await booked('breakage_revenue')).toEqual(['2026-09 9.34']);
    expect(await expire()).toBe(0);
    const [next] = await post(usage('next', 'pam', '2026-10-01T00:00:00+08:00', { input: 1 }));
    expect(next).toMatchObject({ charge: { drawnMilli: 0n, usageGross: 2_000_000n } });
  });

  it('draw back in the month of the expiry by a record of an earlier one', async () => {
    await openAccount(engine, 'sue', ['pack'], '2026-09-20T00:00:00+08:00');
    at('2026-10-24T00:00');
    expect(await expire()).toBe(4);
    await post(usage('s1', 'sue', '2026-09-25T00:00:00+08:00', { input: 100_000 }));
    expect(await balance('sue')).toEqual(['pack 2026-09-19: 100000 + 300000 + 0']);
    expect(await booked('package_revenue')).toEqual(['2026-09 0.235']);
    // All of pam's and of moe's September, and three quarters of hers in October
    expect(await booked('breakage_revenue')).toEqual(['2026-09 10.28', '2026-10 0.705']);
  });

  it('book to the month that is open: the expiry and its drawing back each where they can be booked then', async () => {
    at('2026-10-05T00:00');
    await expire();
    await moveMonth(engine, '2026-09', 'closed');
    at('2026-10-06T00:00');
    await post(usage('later', 'pam', '2026-09-30T00:00:00+08:00', { input: 400_000 }));
    expect(await booked('breakage_revenue')).toEqual(['2026-09 10.28', '2026-10 -0.94']);
    expect(await booked('package_revenue')).toEqual(['2026-10 0.94']);
    const lines = await engine.rows<{ line: string }>(
      `SELECT concat_ws(' ', r.kind, usage_month, accounting_month, trim_scale(sum(net))) AS line
         FROM ciyuan.usage_rollup_delta AS r JOIN ciyuan.catalogue_document AS d ON d.id = r.plan_version_id
        WHERE d.code = 'pack' GROUP BY r.kind, usage_month, accounting_month ORDER BY 1`,
    );
    expect(lines.map((one) => one.line)).toEqual([
      'breakage 2026-09 2026-09 0.94',
      'breakage 2026-09 2026-10 -0.94',
      'package 2026-09 2026-10 0.94',
    ]);
  });

  it('renew ahead of the first record or with it, and once in any case', async () => {
    at('2026-09-30T23:59:59.999');
    expect(await renew()).toBe(0);
    at('2026-10-01T00:00');
    const done = await Promise.all([
      renew(),
      renew(),
      post(usage('m1', 'moe', '2026-10-01T00:00:00+08:00', { input: 7 })),
    ]);
    expect(done[0] + done[1]).toBeLessThanOrEqual(1);
    expect(done[2]).toMatchObject([{ status: 'accepted', charge: { drawnMilli: 7_000n } }]);
    expect(await balance('moe')).toEqual([
      'monthly 2026-08-31: 0 + 0 + 1000000',
      'monthly 2026-09-30: 7 + 0 + 999993',
    ]);
    at('2026-12-15T00:00');
    expect(await renew()).toBe(2);
    expect(await renew()).toBe(0);
    expect(await expire()).toBe(5);
    expect(await balance('moe')).toEqual([
      'monthly 2026-08-31: 0 + 1000000 + 0',
      'monthly 2026-09-30: 7 + 999993 + 0',
      'monthly 2026-10-31: 0 + 1000000 + 0',
      'monthly 2026-11-30: 0 + 0 + 1000000',
    ]);
  });

  it('at the same time as late records come to the same as one after the other', async () => {
    at('2026-10-05T00:00');
    const late = Array.from({ length: 30 }, (_, index) =>
      usage(`l${index}`, 'pam', '2026-09-30T00:00:00+08:00', { input: 9_000 }),
    );
    const [one, two] = await Promise.all([expire(), expire(), ...late.map((record) => post(record))]);
    expect(one + two).toBe(3);
    expect(await balance('pam')).toEqual(['pack 2026-08-31: 270000 + 130000 + 0']);
    expect(await booked('breakage_revenue')).toEqual(['2026-09 9.6455']);
    expect((await storedBooks(engine))['charges']).toHaveLength(30);
  });
});
