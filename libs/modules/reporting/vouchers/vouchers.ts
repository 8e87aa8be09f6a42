import { dayOf, monthBounds, type Fen, type PicoYuan } from '@ciyuan/core/kernel';
import { CHART, reversed, voucherLines, type VoucherLine } from '@ciyuan/core/ledger';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { ErpAccount, ErpAccounts } from './erp-accounts';
import type { VoucherSum } from './voucher-sums.store';

export interface EnteredLine extends VoucherLine {
  readonly line: number;
  readonly erp: ErpAccount;
  readonly text: string;
}

/** One document in one currency. Its debits are its credits, in fen. */
export interface Voucher {
  readonly number: string;
  /** The last day of the month, YYYY-MM-DD. */
  readonly date: string;
  readonly currency: string;
  readonly lines: readonly EnteredLine[];
  readonly debitFen: Fen;
  readonly creditFen: Fen;
  /** What it stands for, before rounding: as much on the one side as on the other. */
  readonly exactDebit: PicoYuan;
  readonly exactCredit: PicoYuan;
}

export interface VoucherKind {
  readonly month: string;
  readonly isReversal: boolean;
  /** Of a month that more may be booked into. */
  readonly isProvisional: boolean;
}

/** What customers did, and the issue of the month: the first and the second voucher of each currency. */
const PARTS = [
  [false, '客户业务'],
  [true, '月度结算'],
] as const;
const ORDER = Object.keys(CHART);

/** The vouchers of a month by currency, their lines in the order of the chart and then of the parties' codes. */
export function vouchersOf(kind: VoucherKind, sums: readonly VoucherSum[], erp: ErpAccounts): Voucher[] {
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency) =>
    PARTS.flatMap(([isIssue, title], index) => {
      const own = sums.filter((one) => one.currency === currency && one.isIssue === isIssue);
      const lines = voucherLines([...own].sort(byPlace));
      if (lines.length === 0) return [];
      return [voucher(kind, { currency, title, part: index + 1 }, lines, erp)];
    }),
  );
}

const byPlace = (a: VoucherSum, b: VoucherSum): number =>
  ORDER.indexOf(a.account) - ORDER.indexOf(b.account) || ((a.party ?? '') < (b.party ?? '') ? -1 : 1);

function voucher(
  { month, isReversal, isProvisional }: VoucherKind,
  { currency, title, part }: { readonly currency: string; readonly title: string; readonly part: number },
  exact: readonly VoucherLine[],
  erp: ErpAccounts,
): Voucher {
  const lines = isReversal ? reversed(exact) : exact;
  const marks = `${isReversal ? '-R' : ''}${isProvisional ? '-P' : ''}`;
  return {
    number: `${month}-${currency}-${part}${marks}`,
    date: dayOf(OPERATOR_ZONE, monthBounds(OPERATOR_ZONE, month).end - 1),
    currency,
    lines: lines.map((line, index) => ({
      ...line,
      line: index + 1,
      erp: erp(line.account, currency),
      text: `${isReversal ? '冲销 ' : ''}${month} ${title} ${line.isRest ? '凭证尾差' : CHART[line.account].chinese}`,
    })),
    debitFen: sum(lines.map(({ fen }) => debitOf(fen))),
    creditFen: sum(lines.map(({ fen }) => debitOf(-fen))),
    exactDebit: sum(lines.map(({ amount }) => debitOf(amount))),
    exactCredit: sum(lines.map(({ amount }) => debitOf(-amount))),
  };
}

const debitOf = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);
