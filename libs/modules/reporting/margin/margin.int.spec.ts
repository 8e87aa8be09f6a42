import { ReRateVoided } from '@ciyuan/modules/charging';
import { fenToPico, parseYuan } from '@ciyuan/core/kernel';
import {
  MARGIN_DIMENSIONS,
  ReadBreakage,
  ReadMargin,
  breakageTable,
  marginTable,
  tableBytes,
  tableManifest,
  type MarginGrouping,
  type MarginReport,
} from '@ciyuan/modules/reporting';
import { openEarnedMarket } from '../../../../test/support/earned-market';
import { recalculated } from '../../../../test/support/recalculate';
import { readWorkbook } from '../../../../test/support/report-files';
import type { SeededMarket } from '../../../../test/support/seeded-market';
import { must } from '../../../../test/support/settlement-engine';
import { NO_FIGURES, addFigures, revenueOf, tokensOf, type MarginFigures } from './margin-figures';

const OCTOBER = { from: '2026-10', until: '2026-10' };
const BOTH = { from: '2026-10', until: '2026-11' };

describe('what a month earned', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await openEarnedMarket();
  });
  afterAll(() => market.stop());

  const read = async (span: typeof OCTOBER, ...by: MarginGrouping): Promise<MarginReport> =>
    must(await market.engine.get(ReadMargin).run({ ...span, by }));
  const sum = (all: readonly MarginFigures[]): MarginFigures => all.reduce(addFigures, NO_FIGURES);

  it('is told of a market whose books are in order', async () => {
    expect(await market.violations()).toEqual([]);
  });

  it.each([
    ...MARGIN_DIMENSIONS.map((one): [string, MarginGrouping] => [one, [one]]),
    ['model and owner', ['model', 'computeOwner']] as [string, MarginGrouping],
    ['plan and model', ['plan', 'model']] as [string, MarginGrouping],
  ])('comes to the same by %s, and its rows add up to it', async (_name, by) => {
    const plain = await read(BOTH, 'model');
    const report = await read(BOTH, ...by);
    expect(report.months.map(({ month, currency }) => [month, currency])).toEqual([
      ['2026-10', 'CNY'],
      ['2026-11', 'CNY'],
    ]);
    report.months.forEach((one, index) => {
      expect(sum(one.rows.map(({ figures }) => figures))).toEqual(one.total);
      expect(one.total).toEqual(plain.months[index]?.total);
    });
    expect(report.totals).toEqual([
      { currency: 'CNY', figures: sum(report.months.map(({ total }) => total)) },
    ]);
  });

  it('is what the ledger has of an issued month, and of an open one what issuing it will book', async () => {
    const [october, november] = (await read(BOTH, 'model')).months;
    expect([october?.isProvisional, october?.isReconciled]).toEqual([false, true]);
    expect([november?.isProvisional, november?.ledger, november?.isReconciled]).toEqual([true, null, null]);
    const booked = async (month: string) =>
      (
        await market.rows<{ account: string; yuan: string }>(
          `SELECT ledger_account AS account, -sum(amount) AS yuan FROM ciyuan.journal_line
            WHERE account_id = 0 AND accounting_month = $1 AND ledger_account IN ('operator_revenue', 'partner_payable')
            GROUP BY 1 ORDER BY 1`,
          [month],
        )
      ).map(({ account, yuan }) => [account, parseYuan(yuan)]);
    expect(await booked('2026-10')).toEqual([
      ['operator_revenue', fenToPico(october?.total.marginFen ?? 0n)],
      ['partner_payable', fenToPico(october?.total.costFen ?? 0n)],
    ]);
  });

  it('counts the tokens of every record once, and shows what was given away and what went beyond', async () => {
    const { total, rows } = (await read(OCTOBER, 'plan')).months[0] ?? { total: NO_FIGURES, rows: [] };
    expect(total.records).toBe(8n);
    expect(tokensOf(total)).toBe(1_500_000n + 3_000_000n + 310_000n + 4_100_000n + 210_000_000n + 6_124_234n);
    expect(total.freeTokens).toBe(rows.find(({ values }) => values[0] === 'trial-200k')?.figures.freeTokens);
    expect([total.freeTokens > 0n, total.overdrawTokens > 0n]).toEqual([true, true]);
    expect(total.freeTokens + total.overdrawTokens).toBe(310_000n);
    expect([total.trialCostFen > 0n, total.overdrawCostFen >= 0n]).toEqual([true, true]);
    expect(total.revenueFen.fee > 0n && total.revenueFen.usage > 0n && total.revenueFen.package > 0n).toBe(
      true,
    );
    expect(revenueOf(total)).toBe(total.costFen + total.marginFen);
  });

  it('has what came late as a row of the whole month', async () => {
    const november = (await read(BOTH, 'model')).months[1];
    const late = november?.rows.filter(({ lineKind }) => lineKind === 'adjustment') ?? [];
    expect(late.map(({ values }) => values)).toEqual([[null]]);
    // Two million came late, and six million were taken back.
    expect(tokensOf(late[0]?.figures ?? NO_FIGURES)).toBe(-4_000_000n);
  });

  it('writes nothing when it plans an open month', async () => {
    const counted = () =>
      market.rows(
        'SELECT (SELECT count(*) FROM ciyuan.settlement_run), (SELECT count(*) FROM ciyuan.statement_line)',
      );
    const before = await counted();
    await read(BOTH, 'vendor');
    expect(await counted()).toEqual(before);
  });

  it('is the same file twice, whose formulas come to what they say, and whose digest the manifest has', async () => {
    const reports = [
      marginTable(await read(BOTH, 'plan', 'model')),
      breakageTable(await market.engine.get(ReadBreakage).run(BOTH)),
    ];
    for (const table of reports) {
      const bytes = await tableBytes(table, 'xlsx');
      expect(Buffer.compare(bytes, await tableBytes(table, 'xlsx'))).toBe(0);
      const workbook = await readWorkbook(bytes);
      const formulas = recalculated(workbook);
      const totalled = table.columns.filter((one) => one.totalled).length;
      expect(formulas).toHaveLength(totalled * (table.sections.length + table.totals.length));
      for (const { at, cached, exact } of formulas) expect([at, cached]).toEqual([at, exact]);
      expect(workbook.worksheets[0]?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
      const manifest = await tableManifest(table, 'named');
      expect(manifest).toEqual(await tableManifest(table, 'named'));
      expect(manifest.files.map(({ file, bytes: size }) => [file, size])).toEqual([
        ['named.csv', (await tableBytes(table, 'csv')).length],
        ['named.xlsx', bytes.length],
      ]);
    }
  });

  describe('of what expired', () => {
    it('agrees with the journals, and with the grants', async () => {
      const { months, totals } = await market.engine.get(ReadBreakage).run(BOTH);
      expect(months.map(({ month, isReconciled }) => [month, isReconciled])).toEqual([
        ['2026-10', true],
        ['2026-11', true],
      ]);
      const [grants] = await market.rows<{ drawn: string; expired: string; sold: string }>(
        `SELECT sum(drawn_milli) AS drawn, sum(expired_milli) AS expired,
                sum(quantity_milli) FILTER (WHERE origin NOT IN ('rolled_over', 'received')) AS sold
           FROM ciyuan.grant_bucket WHERE price_gross > 0`,
      );
      const { figures } = totals[0] ?? {};
      expect([figures?.consumedMilli, figures?.expiredMilli]).toEqual([
        BigInt(grants?.drawn ?? -1),
        BigInt(grants?.expired ?? -1),
      ]);
      expect(figures?.soldMilli).toBe(BigInt(grants?.sold ?? -1));
      expect((figures?.breakageNet ?? 0n) > 0n).toBe(true);
    });
  });

  it('comes to the very same once the month is issued as it was planned', async () => {
    await market.endMonth('2026-11');
    await market.renew();
    await market.engine.get(ReRateVoided).run({ month: '2026-11', by: 'finance' });
    const by: MarginGrouping = ['plan', 'computeOwner'];
    const planned = (await read(BOTH, ...by)).months[1];
    await market.settle('2026-11');
    const issued = (await read(BOTH, ...by)).months[1];
    expect([issued?.rows, issued?.total]).toEqual([planned?.rows, planned?.total]);
    expect([issued?.isProvisional, issued?.isReconciled]).toEqual([false, true]);
    expect(await market.violations()).toEqual([]);
  });
});
