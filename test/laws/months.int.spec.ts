import { IntakeUsage, type UsageOutcome } from '@ciyuan/modules/charging';
import { AccountingMonthsStore, AssignMonths, type MonthState } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { Engine } from '../support/engine';
import { openAccount, openMarket, usage } from '../support/market';
import { moveMonth, moveMonthIn } from '../support/month-states';

const START = '2026-09-01T00:00:00+08:00';
const NOW = '2026-11-10T00:00:00+08:00';
const IN_OCTOBER = '2026-10-31T23:59:59.999+08:00';

/** Opens from outside when the test says so. */
function gate(): { readonly passed: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

describe('accounting months', () => {
  let engine: Engine;
  const post = (...records: object[]): Promise<UsageOutcome[]> =>
    engine.get(IntakeUsage).run('gateway', records as never);
  const set = (month: string, state: MonthState): Promise<void> => moveMonth(engine, month, state);
  /** Where records, journals and roll-ups of the record stand. */
  const bookedTo = async (id: string): Promise<unknown> => {
    const [row] = await engine.rows(
      `SELECT r.accounting_month AS record,
              (SELECT string_agg(DISTINCT j.accounting_month, ',') FROM ciyuan.journal_line AS j
                WHERE j.batch_id = r.batch_id AND j.ledger_account = 'usage_revenue') AS journal,
              (SELECT string_agg(DISTINCT u.usage_month || ' in ' || u.accounting_month, ',')
                 FROM ciyuan.usage_rollup_delta AS u WHERE u.batch_id = r.batch_id) AS line
         FROM ciyuan.usage_record AS r WHERE r.record_id = $1`,
      [id],
    );
    return row;
  };
  const october = (accountingMonth: string): object => ({
    record: accountingMonth,
    journal: accountingMonth,
    line: `2026-10 in ${accountingMonth}`,
  });
  /** Until somebody waits for a month. */
  const somebodyWaits = async (): Promise<void> => {
    for (let asked = 0; asked < 200; asked++) {
      const [row] = await engine.rows<{ waiting: boolean }>(
        `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waiting`,
      );
      if (row?.waiting === true) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('nobody waits');
  };

  beforeEach(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await openAccount(engine, 'dave', ['base'], START);
    engine.clock.moveTo(Date.parse(NOW));
  });

  afterEach(() => engine.stop());

  it('are those of the operator’s clock, and take usage while they are open', async () => {
    await post(usage('o', 'dave', IN_OCTOBER, { input: 5 }));
    await post(usage('n', 'dave', '2026-10-31T16:00:00Z', { input: 5 }));
    expect(await bookedTo('o')).toEqual(october('2026-10'));
    expect(await bookedTo('n')).toEqual({
      record: '2026-11',
      journal: '2026-11',
      line: '2026-11 in 2026-11',
    });
  });

  it.each<[MonthState, string]>([
    ['frozen', '2026-11'],
    ['closed', '2026-11'],
    ['open', '2026-10'],
  ])('that are %s leave October’s usage to %s', async (state, month) => {
    await set('2026-10', state);
    await post(usage('o', 'dave', IN_OCTOBER, { input: 5 }));
    expect(await bookedTo('o')).toEqual(october(month));
    expect(await engine.violations()).toEqual([]);
  });

  it('that are closed one after another leave it to the first open one, of each record for itself', async () => {
    for (const month of ['2026-09', '2026-11']) await set(month, 'closed');
    await set('2026-10', 'open');
    await post(
      usage('s', 'dave', '2026-09-15T00:00:00+08:00', { input: 5 }),
      usage('o', 'dave', IN_OCTOBER, { input: 5 }),
      usage('n', 'dave', '2026-11-05T00:00:00+08:00', { input: 5 }),
    );
    const months = await engine.rows(
      'SELECT record_id, accounting_month FROM ciyuan.usage_record ORDER BY sequence',
    );
    expect(months.map((one) => Object.values(one).join(' '))).toEqual([
      's 2026-10',
      'o 2026-10',
      'n 2026-12',
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('are not closed before those who write into them have finished', async () => {
    const [written, finish] = [gate(), gate()];
    const span = { from: Date.parse(IN_OCTOBER), until: Date.parse(IN_OCTOBER) };
    const order: string[] = [];
    const writing = engine.get(Database).transaction(async (tx) => {
      await engine.get(AssignMonths).run(tx, span);
      written.open();
      await finish.passed;
      order.push('written');
    });
    await written.passed;
    const closing = engine.get(Database).transaction(async (tx) => {
      await engine.get(AccountingMonthsStore).lockExclusive(tx, '2026-10');
      order.push('closed');
    });
    await somebodyWaits();
    finish.open();
    await Promise.all([writing, closing]);
    expect(order).toEqual(['written', 'closed']);
  });

  it('while they are being closed let usage wait, and then leave it to the next', async () => {
    const [locked, finish] = [gate(), gate()];
    const closing = engine.get(Database).transaction(async (tx) => {
      await engine.get(AccountingMonthsStore).lockExclusive(tx, '2026-10');
      locked.open();
      await finish.passed;
      await moveMonthIn(tx, engine, '2026-10', 'closed');
    });
    await locked.passed;
    const others = post(usage('n', 'dave', '2026-11-05T00:00:00+08:00', { input: 5 }));
    expect((await others).map((one) => one.status)).toEqual(['accepted']);
    const late = post(usage('o', 'dave', IN_OCTOBER, { input: 5 }));
    await somebodyWaits();
    finish.open();
    await closing;
    expect((await late).map((one) => one.status)).toEqual(['accepted']);
    expect(await bookedTo('o')).toEqual(october('2026-11'));
    expect(await engine.violations()).toEqual([]);
  });

  it('whose closing is given up take the usage that waited', async () => {
    const [locked, finish] = [gate(), gate()];
    const closing = engine.get(Database).transaction(async (tx) => {
      await engine.get(AccountingMonthsStore).lockExclusive(tx, '2026-10');
      locked.open();
      await finish.passed;
      throw new Error('given up');
    });
    await locked.passed;
    const late = post(usage('o', 'dave', IN_OCTOBER, { input: 5 }));
    await somebodyWaits();
    finish.open();
    await expect(closing).rejects.toThrow('given up');
    await late;
    expect(await bookedTo('o')).toEqual(october('2026-10'));
  });
});
