import type { JournalLine } from '@ciyuan/core/charging';
import type { PicoYuan } from '@ciyuan/core/kernel';
import type { LedgerAccount } from '@ciyuan/core/ledger';
import type { FocusCharge } from './focus-charge';

/** What customers are charged, and what it earns; the ledger keeps the one as debits, the other as credits. */
const BILLED: readonly LedgerAccount[] = ['receivable', 'unbilled_usage'];
const EARNED: readonly LedgerAccount[] = [
  'package_revenue',
  'usage_revenue',
  'breakage_revenue',
  'shortfall_revenue',
  'fee_revenue',
];

/** Holds the rows of one account and month against its journals, as both come by. */
export class LedgerSums {
  private readonly differences = new Map<string, PicoYuan>();

  constructor(private readonly month: string) {}

  add(journals: readonly JournalLine[], charges: readonly FocusCharge[]): void {
    for (const { accountingMonth, asset, account, amount } of journals) {
      if (accountingMonth !== this.month) continue;
      if (BILLED.includes(account)) this.move(`billed in ${asset}`, amount);
      if (EARNED.includes(account)) this.move(`earned in ${asset}`, -amount);
    }
    for (const { currency, billed, effectiveLedger } of charges) {
      this.move(`billed in ${currency}`, -billed);
      this.move(`earned in ${currency}`, -effectiveLedger);
    }
  }

  /** Throws where something is left: that is a bug. */
  check(account: string): void {
    for (const [what, left] of this.differences)
      if (left !== 0n) throw new Error(`${account} in ${this.month}: ${left} × 10⁻¹² ${what} have no row`);
  }

  private move(what: string, amount: PicoYuan): void {
    this.differences.set(what, (this.differences.get(what) ?? 0n) + amount);
  }
}
