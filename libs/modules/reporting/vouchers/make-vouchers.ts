import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore, type MonthState } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { readErpAccounts } from './erp-accounts';
import { vouchersCsv } from './voucher-csv';
import { VoucherSumsStore } from './voucher-sums.store';
import { vouchersOf, type Voucher } from './vouchers';

export interface VouchersRequest {
  readonly month: string;
  /** The same with the sides swapped. */
  readonly isReversal: boolean;
  /** Of a month that is not closed as well; their numbers say so. */
  readonly allowProvisional: boolean;
}

export interface MonthVouchers {
  readonly month: string;
  readonly state: MonthState;
  readonly vouchers: readonly Voucher[];
  readonly file: string;
  readonly content: Uint8Array;
  /** Over the content, hexadecimal. */
  readonly sha256: string;
}

/**
 * An accounting month as vouchers for the general ledger elsewhere. Nothing is booked into a closed month any more, so
 * that making its vouchers again gives the same bytes.
 */
@Injectable()
export class MakeVouchers {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly sums: VoucherSumsStore,
  ) {}

  run({
    month,
    isReversal,
    allowProvisional,
  }: VouchersRequest): Promise<Result<MonthVouchers, 'month_not_closed'>> {
    return this.database.snapshot(async (tx) => {
      const state = await this.months.state(tx, month);
      const isProvisional = state !== 'closed';
      if (isProvisional && !allowProvisional) return refuse('month_not_closed');
      const sums = await this.sums.ofMonth(tx, month);
      const vouchers = vouchersOf({ month, isReversal, isProvisional }, sums, readErpAccounts());
      const content = vouchersCsv(vouchers);
      const marks = `${isReversal ? '-reversal' : ''}${isProvisional ? '-provisional' : ''}`;
      const sha256 = createHash('sha256').update(content).digest('hex');
      return ok({ month, state, vouchers, file: `vouchers-${month}${marks}.csv`, content, sha256 });
    });
  }
}
