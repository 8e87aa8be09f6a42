import { IntakeUsage } from '@ciyuan/modules/charging';
import type { Result } from '@ciyuan/core/kernel';
import { Books, balanceText, rollForwardText, voucherText } from '../../../../test/support/books';
import type { Engine } from '../../../../test/support/engine';
import { usage } from '../../../../test/support/market';
import { must } from '../../../../test/support/settlement-engine';
import { openSettledMarket } from '../../../../test/support/settled-market';
import { deferredRevenueCsv } from './deferred-revenue-csv';
import { trialBalanceCsv } from './trial-balance-csv';

const OCTOBER = '2026-10';
const NOVEMBER = '2026-11';
const lines = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString().trimEnd().split('\n');

/** One package of 9.90 yuan, 9.34 of it net, 0.6538 consumed; 0.50 yuan of usage; October is issued, and November not yet. */
describe('the books of a market', () => {
  let engine: Engine;
  let books: Books;
  beforeAll(async () => {
    engine = await openSettledMarket();
    books = await Books.of(engine);
  });
  afterAll(async () => {
    expect(await engine.violations()).toEqual([]);
    await books.close();
    await engine.stop();
  });

  it('have a trial balance of the month: revenue went to the parties, and what is deferred stays', async () => {
    const october = await books.ofMonth(OCTOBER);
    expect(october.isBalanced).toBe(true);
    expect(balanceText(october)).toEqual([
      'CNY receivable 0 9.9 0 9.9',
      'CNY unbilled_usage 0 0.5 0 0.5',
      'CNY deferred_revenue 0 0.6538 -9.34 -8.6862',
      'CNY tax_payable 0 0 -0.56 -0.56',
      'CNY tax_pending 0 0 -0.03 -0.03',
      'CNY package_revenue 0 0.6538 -0.6538 0',
      'CNY usage_revenue 0 0.5 -0.5 0',
      'CNY partner_payable 0 0 -0.67 -0.67',
      'CNY operator_revenue 0 0 -0.46 -0.46',
      'CNY rounding 0 0.0062 0 0.0062',
      'TOKEN token_issued 0 0 -1010000 -1010000',
      'TOKEN token_balance 0 1010000 -80000 930000',
      'TOKEN token_consumed 0 80000 0 80000',
    ]);
    const [, ...closing] = lines(trialBalanceCsv(october)).filter((row) => /^control|deferred/.test(row));
    expect(closing).toEqual([
      'control,2026-10,,CNY,,,,,0,0,12.2138,12.2138,10.4062,10.4062',
      'control,2026-10,,TOKEN,,,,,0,0,1090000,1090000,1010000,1010000',
    ]);
  });

  it('open a month with what the one before closed with', async () => {
    const [october, november] = [await books.ofMonth(OCTOBER), await books.ofMonth(NOVEMBER)];
    const closed = new Map(october.lines.map((line) => [`${line.asset} ${line.account}`, line.closing]));
    for (const { asset, account, opening } of november.lines)
      expect([account, opening]).toEqual([account, closed.get(`${asset} ${account}`) ?? 0n]);
  });

  it('are as they were at an instant, of everybody or of one account', async () => {
    const sold = Date.parse('2026-10-01T00:00:00+08:00');
    expect((await books.at(sold - 1)).lines).toEqual([]);
    expect(balanceText(await books.at(sold, 'alice'))).toEqual([
      'CNY receivable 0 9.9 0 9.9',
      'CNY deferred_revenue 0 0 -9.34 -9.34',
      'CNY tax_payable 0 0 -0.56 -0.56',
      'TOKEN token_issued 0 0 -1000000 -1000000',
      'TOKEN token_balance 0 1000000 0 1000000',
    ]);
    expect(balanceText(await books.at(sold, 'bob'))).toHaveLength(2);
    await expect(books.ofMonth(OCTOBER, 'nobody')).rejects.toThrow('unknown_account');
  });

  it('roll deferred revenue forward by plan, with what the journals have beside it', async () => {
    const [october, november] = [await books.deferred(OCTOBER), await books.deferred(NOVEMBER)];
    expect(rollForwardText(october)).toEqual(['CNY monthly 0 9.34 0 0 0 -0.6538 0 8.6862']);
    expect(rollForwardText(november)).toEqual(['CNY monthly 8.6862 0 0 0 0 -0.0467 -8.6395 0']);
    expect([october.isReconciled, november.isReconciled]).toEqual([true, true]);
    expect(lines(deferredRevenueCsv(november)).slice(1)).toEqual([
      'line,2026-11,CNY,monthly,8.6862,0,0,0,0,0.0467,8.6395,0',
      'control,2026-11,CNY,,8.6862,0,0,0,0,0.0467,8.6395,0',
      'ledger,2026-11,CNY,,8.6862,0,0,,,0.0467,8.6395,0',
    ]);
    expect(rollForwardText(await books.deferred('2026-09'))).toEqual([]);
  });

  it('make vouchers of a closed month, the same bytes whatever comes after', async () => {
    const made = must(await books.vouchers(OCTOBER));
    expect(voucherText(made)).toEqual([
      '2026-10-CNY-1 1122.01 - 990 9.9',
      '2026-10-CNY-1 1122.02 - 50 0.5',
      '2026-10-CNY-1 2204.01 - -869 -8.6862',
      '2026-10-CNY-1 2221.01 - -56 -0.56',
      '2026-10-CNY-1 6001.01 - -65 -0.6538',
      '2026-10-CNY-1 6001.02 - -50 -0.5',
      '2026-10-CNY-2 2221.03 - -3 -0.03',
      '2026-10-CNY-2 6001.01 - 65 0.6538',
      '2026-10-CNY-2 6001.02 - 50 0.5',
      '2026-10-CNY-2 2202.01 tianyi -22 -0.22',
      '2026-10-CNY-2 2202.01 zhipu -45 -0.45',
      '2026-10-CNY-2 6001.00 operator -46 -0.46',
      '2026-10-CNY-2 6001.99 - 1 0.0062',
    ]);
    const late = usage('late', 'bob', '2026-10-06T00:00:00+08:00', { input: 70_000 });
    expect(await engine.get(IntakeUsage).run('gateway', [late] as never)).toHaveLength(1);
    const again = must(await books.vouchers(OCTOBER));
    expect([again.sha256, Buffer.compare(again.content, made.content)]).toEqual([made.sha256, 0]);
    const back = must(await books.vouchers(OCTOBER, { isReversal: true }));
    expect([back.file, back.sha256 === made.sha256]).toEqual(['vouchers-2026-10-reversal.csv', false]);
  });

  it('make none of an open month, unless they may be provisional', async () => {
    expect(await books.vouchers(NOVEMBER)).toEqual({
      ok: false,
      refusal: 'month_not_closed',
    } satisfies Result<never, string>);
    const { state, file, vouchers } = must(await books.vouchers(NOVEMBER, { allowProvisional: true }));
    expect([state, file, vouchers[0]?.number]).toEqual([
      'open',
      'vouchers-2026-11-provisional.csv',
      '2026-11-CNY-1-P',
    ]);
  });
});
