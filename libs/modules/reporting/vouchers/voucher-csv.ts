import { formatYuan } from '@ciyuan/core/kernel';
import { writeCsv } from '@ciyuan/platform/csv';
import { yuanText } from '../formats/plain-text';
import type { EnteredLine, Voucher } from './vouchers';

const COLUMNS = [
  'row',
  'date',
  'voucher',
  'line',
  'erp_account',
  'erp_name',
  'debit',
  'credit',
  'currency',
  'text',
  'party',
  'ledger_account',
  'exact_debit',
  'exact_credit',
] as const;

/**
 * The lines of each voucher, then its `control` row: how many there are and what they add up to. A row `exact` enters
 * nothing: it comes to less than half a fen, and stands there so that the exact columns add up.
 */
export const vouchersCsv = (vouchers: readonly Voucher[]): Uint8Array =>
  writeCsv(
    COLUMNS,
    vouchers.flatMap((voucher) => [
      ...voucher.lines.map((line) => lineRow(voucher, line)),
      controlRow(voucher),
    ]),
  );

const lineRow = ({ date, number, currency }: Voucher, line: EnteredLine) => ({
  row: line.fen === 0n ? 'exact' : 'line',
  date,
  voucher: number,
  line: line.line,
  erp_account: line.erp.code,
  erp_name: line.erp.name,
  debit: line.fen > 0n ? yuanText(line.fen) : '',
  credit: line.fen < 0n ? yuanText(-line.fen) : '',
  currency,
  text: line.text,
  party: line.party,
  ledger_account: line.account,
  exact_debit: line.amount > 0n ? formatYuan(line.amount) : '',
  exact_credit: line.amount < 0n ? formatYuan(-line.amount) : '',
});

const controlRow = (voucher: Voucher) => ({
  row: 'control',
  date: voucher.date,
  voucher: voucher.number,
  line: voucher.lines.length,
  erp_account: '',
  erp_name: '',
  debit: yuanText(voucher.debitFen),
  credit: yuanText(voucher.creditFen),
  currency: voucher.currency,
  text: '',
  party: '',
  ledger_account: '',
  exact_debit: formatYuan(voucher.exactDebit),
  exact_credit: formatYuan(voucher.exactCredit),
});
