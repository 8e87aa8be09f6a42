import type { LedgerAccount } from '@ciyuan/core/ledger';
import { parseYuan } from '@ciyuan/core/kernel';
import { voucherText } from '../../../../test/support/books';
import { vouchersCsv } from './voucher-csv';
import type { VoucherSum } from './voucher-sums.store';
import { vouchersOf, type VoucherKind } from './vouchers';

const sum = (account: LedgerAccount, yuan: string, more: Partial<VoucherSum> = {}): VoucherSum => ({
  account,
  amount: parseYuan(yuan),
  currency: 'CNY',
  party: null,
  isIssue: false,
  ...more,
});
const issue = { isIssue: true } as const;
const SUMS = [
  sum('usage_revenue', '-0.006'),
  sum('package_revenue', '-0.006'),
  sum('unbilled_usage', '0.012'),
  sum('partner_payable', '-1', { ...issue, party: 'zhipu' }),
  sum('partner_payable', '-2', { ...issue, party: 'east' }),
  sum('usage_revenue', '3', issue),
  sum('receivable', '0.004', { currency: 'USD' }),
  sum('fee_revenue', '-0.004', { currency: 'USD' }),
  sum('rounding', '0'),
];
const MONTH: VoucherKind = { month: '2028-02', isReversal: false, isProvisional: false };
const erp = (account: LedgerAccount, currency: string) => ({ code: `${account}/${currency}`, name: account });
const made = (more: Partial<VoucherKind> = {}, sums = SUMS) => vouchersOf({ ...MONTH, ...more }, sums, erp);
const text = (vouchers: ReturnType<typeof made>): string[] => voucherText({ vouchers });

describe('vouchers of a month', () => {
  it('are one for customers and one for the issue, in each currency, in the order of the chart', () => {
    expect(text(made())).toEqual([
      '2028-02-CNY-1 unbilled_usage/CNY - 1 0.012',
      '2028-02-CNY-1 package_revenue/CNY - -1 -0.006',
      '2028-02-CNY-1 usage_revenue/CNY - -1 -0.006',
      '2028-02-CNY-1 rounding/CNY - 1 0',
      '2028-02-CNY-2 usage_revenue/CNY - 300 3',
      '2028-02-CNY-2 partner_payable/CNY east -200 -2',
      '2028-02-CNY-2 partner_payable/CNY zhipu -100 -1',
      '2028-02-USD-1 receivable/USD - 0 0.004',
      '2028-02-USD-1 fee_revenue/USD - 0 -0.004',
    ]);
    expect(made().every(({ date }) => date === '2028-02-29')).toBe(true);
    expect(made({}, [])).toEqual([]);
  });

  it('do not depend on the order that the sums come in', () => {
    expect(made({}, [...SUMS].reverse())).toEqual(made());
  });

  it('are taken back under numbers of their own, with the sides swapped', () => {
    const back = made({ isReversal: true });
    expect(text(back)[0]).toBe('2028-02-CNY-1-R unbilled_usage/CNY - -1 -0.012');
    expect(back.map(({ debitFen, creditFen }) => [creditFen, debitFen])).toEqual(
      made().map(({ debitFen, creditFen }) => [debitFen, creditFen]),
    );
    expect(back[0]?.lines[3]?.text).toBe('冲销 2028-02 客户业务 凭证尾差');
    expect(made({ isReversal: true, isProvisional: true })[0]?.number).toBe('2028-02-CNY-1-R-P');
  });

  it('are a file whose control rows say what the lines of each add up to', () => {
    const file = Buffer.from(vouchersCsv(made())).toString().split('\n');
    expect(file.slice(4, 6)).toEqual([
      'line,2028-02-29,2028-02-CNY-1,4,rounding/CNY,rounding,0.01,,CNY,2028-02 客户业务 凭证尾差,,rounding,,',
      'control,2028-02-29,2028-02-CNY-1,4,,,0.02,0.02,CNY,,,,0.012,0.012',
    ]);
    expect(file.filter((row) => row.startsWith('exact'))).toHaveLength(2);
    expect(file.at(-2)).toBe('control,2028-02-29,2028-02-USD-1,2,,,0.00,0.00,USD,,,,0.004,0.004');
  });
});
