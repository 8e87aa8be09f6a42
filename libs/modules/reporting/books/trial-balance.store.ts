import { Injectable } from '@nestjs/common';
import { formatInstant, parseScaled, parseYuan, type Instant } from '@ciyuan/core/kernel';
import { TOKEN, type Asset } from '@ciyuan/core/ledger';
import type { Tx } from '@ciyuan/platform/database';

const MILLI_PLACES = 3;

/** What one account holds of one asset, in 10⁻¹² of a currency or in milli-tokens. */
export interface AccountSums {
  readonly account: string;
  readonly asset: Asset;
  /** A debit is positive. */
  readonly opening: bigint;
  /** Of the lines since, those on each side, neither of them negative. */
  readonly debits: bigint;
  readonly credits: bigint;
}

type SumRow = Readonly<Record<'account' | 'asset' | 'opening' | 'debits' | 'credits', string>>;

const SUMS_AT = `
SELECT ledger_account AS account, asset, 0::numeric AS opening,
       coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS debits,
       coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS credits
  FROM ciyuan.journal_line WHERE booked_at <= $1`;
const SUMS_OF_MONTH = `
SELECT ledger_account AS account, asset,
       coalesce(sum(amount) FILTER (WHERE accounting_month < $1), 0) AS opening,
       coalesce(sum(amount) FILTER (WHERE accounting_month = $1 AND amount > 0), 0) AS debits,
       coalesce(-sum(amount) FILTER (WHERE accounting_month = $1 AND amount < 0), 0) AS credits
  FROM ciyuan.journal_line WHERE accounting_month <= $1`;
const OF_ONE = ' AND account_id = $2';
const BY_ACCOUNT = ' GROUP BY 1, 2';

/** What journals add up to, by ledger account and asset; of one customer's account or of all. Summed in the database. */
@Injectable()
export class TrialBalanceStore {
  /** Everything that was booked until then, that instant included. */
  at(tx: Tx, instant: Instant, accountId?: number): Promise<AccountSums[]> {
    return this.sums(tx, SUMS_AT, formatInstant(instant), accountId);
  }

  /** What the months before came to, and what moved in the accounting month. */
  ofMonth(tx: Tx, month: string, accountId?: number): Promise<AccountSums[]> {
    return this.sums(tx, SUMS_OF_MONTH, month, accountId);
  }

  private async sums(tx: Tx, select: string, until: string, accountId?: number): Promise<AccountSums[]> {
    const [one, values] = accountId === undefined ? ['', [until]] : [OF_ONE, [until, accountId]];
    return (await tx.rows<SumRow>(select + one + BY_ACCOUNT, values)).map(read);
  }
}

function read({ account, asset, opening, debits, credits }: SumRow): AccountSums {
  const parse = (text: string): bigint =>
    asset === TOKEN ? parseScaled(text, MILLI_PLACES) : parseYuan(text);
  return { account, asset, opening: parse(opening), debits: parse(debits), credits: parse(credits) };
}
