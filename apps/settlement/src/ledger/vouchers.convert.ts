import { formatYuan } from '@ciyuan/core/kernel';
import { yuanText, type MonthVouchers, type Voucher } from '@ciyuan/modules/reporting';
import { Refused } from '@ciyuan/platform/http';
import type { VoucherView, VouchersView } from './vouchers.dto';

export const vouchersView = ({
  month,
  state,
  vouchers,
  file,
  content,
  sha256,
}: MonthVouchers): VouchersView => ({
  month,
  state,
  vouchers: vouchers.map(voucherOf),
  file: { name: file, sha256, bytes: content.byteLength },
});

const voucherOf = ({ number, date, currency, lines, ...sums }: Voucher): VoucherView => ({
  number,
  date,
  currency,
  debit: yuanText(sums.debitFen),
  credit: yuanText(sums.creditFen),
  exactDebit: formatYuan(sums.exactDebit),
  exactCredit: formatYuan(sums.exactCredit),
  lines: lines.map((line) => ({
    line: line.line,
    erpAccount: line.erp.code,
    erpName: line.erp.name,
    ledgerAccount: line.account,
    party: line.party,
    text: line.text,
    debit: yuanText(line.fen > 0n ? line.fen : 0n),
    credit: yuanText(line.fen < 0n ? -line.fen : 0n),
    exact: formatYuan(line.amount),
  })),
});

export const monthNotClosed = (month: string): Refused =>
  new Refused(
    'conflict',
    'month_not_closed',
    `${month} is not closed, and more may be booked into it: provisional=true makes vouchers all the same.`,
  );
