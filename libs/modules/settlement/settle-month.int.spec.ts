import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { JULY, JUNE, SMALL_MONTH } from '../../../test/support/settled-month';
import { NOW, SettlementEngine, must } from '../../../test/support/settlement-engine';
import { FindSettlementRun } from './find-settlement-run';
import { ListStatements } from './list-statements';
import { ReadStatement } from './read-statement';

describe('the settlement of a month', () => {
  let engine: SettlementEngine;
  beforeEach(async () => {
    engine = await SettlementEngine.start();
    await engine.months.openMarket();
  });
  afterEach(() => engine.stop());

  const sql = <Row extends object>(text: string): Promise<Row[]> => engine.months.sql<Row>(text);
  const shares = async (month: string) => {
    const statements = await engine.module.get(ListStatements).run({ month });
    return Object.fromEntries(statements.map(({ party, shareFen }) => [party, Number(shareFen) / 100]));
  };
  const states = async (month: string) =>
    (
      await sql<{ version: number; run: string; statements: string }>(
        `SELECT r.version, r.state AS run, string_agg(DISTINCT s.state, ' ') AS statements
           FROM ciyuan.settlement_run AS r JOIN ciyuan.statement AS s ON s.run_id = r.id
          WHERE r.month = '${month}' GROUP BY r.version, r.state ORDER BY 1`,
      )
    ).map(({ version, run, statements }) => `${version} ${run}: ${statements}`);

  it('is calculated from the roll-ups, to the fen', async () => {
    await engine.months.book(SMALL_MONTH);
    const run = must(await engine.calculate(JUNE));
    expect(run).toMatchObject({
      month: JUNE,
      version: 1,
      state: 'calculated',
      createdAt: NOW,
      createdBy: 'maker',
    });
    expect(await shares(JUNE)).toEqual({ alpha: 30, beta: 15, carrier: 50, east: 30, shop: 5, west: 30 });
    const details = await engine.module.get(FindSettlementRun).run(run.id);
    expect(details?.totals).toEqual([
      {
        currency: 'CNY',
        statements: 6,
        paidFen: 16_960n,
        netFen: 16_000n,
        taxFen: 960n,
        payableFen: 16_435n,
      },
    ]);
    expect(details?.splits).toMatchObject([
      { originMonth: JUNE, lineCount: 5, usageTaxFen: 300n, usageTaxOnTop: false },
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('shows each party its lines', async () => {
    await engine.months.book(SMALL_MONTH);
    const { id: runId } = must(await engine.calculate(JUNE));
    const west = { runId, party: 'west', currency: 'CNY' };
    const page = await engine.module.get(ReadStatement).run({ ...west, after: 0, limit: 10 });
    expect(page?.statement).toMatchObject({
      shareFen: 3_000n,
      vatFen: 180n,
      payableFen: 3_180n,
      state: 'calculated',
    });
    expect(
      page?.lines.map(({ line, lineKind, plan, key, tokens, shareFen }) => [
        line,
        lineKind,
        plan,
        key?.kind,
        tokens,
        shareFen,
      ]),
    ).toEqual([
      [1, 'share', 'payg', 'overdraw', 1_000_000n, 200n],
      [2, 'share', 'payg', 'usage', 5_000_000n, 1_000n],
      [3, 'guarantee', null, undefined, 0n, 1_800n],
    ]);
    const rest = await engine.module.get(ReadStatement).run({ ...west, after: 2, limit: 10 });
    expect(rest?.lines.map(({ line }) => line)).toEqual([3]);
  });

  it('sums up what many writes appended', async () => {
    for (const [index, line] of SMALL_MONTH.entries())
      await engine.months.book([line, ...SMALL_MONTH.slice(0, index)]);
    await engine.calculate(JUNE);
    const [line] = await sql<{ records: string; tokens: string; gross: string }>(
      "SELECT records, tokens, gross FROM ciyuan.statement_line WHERE party = 'shop' AND paid",
    );
    expect(line).toEqual({ records: '5', tokens: '50000000', gross: '530.000000000000' });
  });

  it('does not freeze the month: what comes later makes the next version', async () => {
    await engine.months.book(SMALL_MONTH);
    must(await engine.calculate(JUNE));
    await engine.months.book([{ gross: '10.6', net: '10', channel: 'shop' }]);
    must(await engine.calculate(JUNE));
    expect(await states(JUNE)).toEqual(['1 superseded: superseded', '2 calculated: calculated']);
    expect((await shares(JUNE))['alpha']).toBe(33);
    expect(await engine.violations()).toEqual([]);
  });

  it('is refused without data, without the operator, and for a party that nobody knows', async () => {
    expect(await engine.calculate(JUNE)).toEqual({ ok: false, refusal: { code: 'no_data', month: JUNE } });
    await engine.months.book([{ gross: '106', net: '100', vendor: 'nobody' }]);
    expect(await engine.calculate(JUNE)).toEqual({
      ok: false,
      refusal: { code: 'unknown_party', party: 'nobody' },
    });
    await sql("INSERT INTO ciyuan.party VALUES ('other', 'other', '{operator}', 0, 0, now())");
    const refusal = { code: 'no_operator', operators: ['carrier', 'other'] };
    expect(await engine.calculate(JUNE)).toEqual({ ok: false, refusal });
    expect(await sql('SELECT id FROM ciyuan.settlement_run')).toEqual([]);
  });

  it('waits for whoever still writes into the month', async () => {
    await engine.months.book(SMALL_MONTH);
    const months = engine.module.get(AccountingMonthsStore);
    const order: string[] = [];
    let calculating: Promise<unknown> = Promise.resolve();
    await engine.module.get(Database).transaction(async (tx) => {
      await months.assign(tx, [JUNE]);
      calculating = engine.calculate(JUNE).then(() => order.push('calculated'));
      await new Promise((wake) => setTimeout(wake, 200));
      order.push('written');
    });
    await calculating;
    expect(order).toEqual(['written', 'calculated']);
  });

  it('gives two who calculate at once two versions, one of which stands', async () => {
    await engine.months.book(SMALL_MONTH);
    const runs = await Promise.all([engine.calculate(JUNE), engine.calculate(JUNE)]);
    expect(runs.map((run) => must(run).version).sort()).toEqual([1, 2]);
    expect(await states(JUNE)).toEqual(['1 superseded: superseded', '2 calculated: calculated']);
  });

  describe('is signed', () => {
    it('by a second person', async () => {
      await engine.months.book(SMALL_MONTH);
      const { id } = must(await engine.calculate(JUNE));
      expect(await engine.approve(id, 'maker')).toEqual({
        ok: false,
        refusal: { code: 'second_person_needed' },
      });
      expect(must(await engine.approve(id))).toMatchObject({
        state: 'approved',
        approvedBy: 'checker',
        approvedAt: NOW,
      });
      expect(await states(JUNE)).toEqual(['1 approved: approved']);
    });

    it('once, and not after it was set aside', async () => {
      await engine.months.book(SMALL_MONTH);
      const first = must(await engine.calculate(JUNE)).id;
      const second = must(await engine.calculate(JUNE)).id;
      const wrong = (state: string) => ({ ok: false, refusal: { code: 'wrong_state', state } });
      expect(await engine.approve(first)).toEqual(wrong('superseded'));
      must(await engine.approve(second));
      expect(await engine.approve(second)).toEqual(wrong('approved'));
      expect(await engine.approve(99)).toEqual({ ok: false, refusal: { code: 'not_found' } });
    });
  });

  it('hides from a party what it has not been told, and what others have', async () => {
    await engine.months.book(SMALL_MONTH);
    const { id: runId } = must(await engine.calculate(JUNE));
    const read = (toldTo: string) =>
      engine.module
        .get(ReadStatement)
        .run({ runId, party: 'alpha', currency: 'CNY', toldTo, after: 0, limit: 1 });
    const list = (toldTo: string) => engine.module.get(ListStatements).run({ month: JUNE, toldTo });
    expect([await read('alpha'), ...(await list('alpha'))]).toEqual([undefined]);
    must(await engine.approve(runId));
    must(await engine.issue(runId));
    expect((await read('alpha'))?.statement.state).toBe('issued');
    expect(await read('beta')).toBeUndefined();
    expect((await list('alpha')).map(({ party }) => party)).toEqual(['alpha']);
  });

  it('keeps currencies apart', async () => {
    await engine.months.book([
      ...SMALL_MONTH,
      { gross: '106', net: '100', currency: 'USD', channel: 'shop' },
    ]);
    const { id } = must(await engine.calculate(JUNE));
    const details = await engine.module.get(FindSettlementRun).run(id);
    expect(details?.totals.map(({ currency, netFen }) => [currency, netFen])).toEqual([
      ['CNY', 16_000n],
      ['USD', 10_000n],
    ]);
    expect(await engine.violations()).toEqual([]);
  });

  it('of a later month is its own', async () => {
    await engine.months.book([
      ...SMALL_MONTH,
      { usageMonth: JULY, gross: '106', net: '100', channel: 'shop' },
    ]);
    must(await engine.calculate(JULY));
    expect(await shares(JULY)).toEqual({ alpha: 30, carrier: 33, east: 30, shop: 7 });
  });
});
