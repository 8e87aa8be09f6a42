import { Injectable } from '@nestjs/common';
import { formatScaled, formatYuan, parseYuan } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { ComparedTotal } from './take-on-run';

export type StoredTotals = ReadonlyMap<ComparedTotal['measure'], string>;

const MILLI_PLACES = 3;

/** Each figure out of the rows that the engine works with, not of what was put on record beside them. */
const TOTALS = `
WITH account AS (
  SELECT t.account_id FROM ciyuan.taken_on_account AS t JOIN ciyuan.account AS a ON a.account_id = t.account_id
   WHERE t.run_id = $1 AND ($2::integer IS NULL OR t.chunk = $2)
), subscription AS (
  SELECT account_id FROM ciyuan.taken_on_subscription
   WHERE run_id = $1 AND ($2::integer IS NULL OR chunk = $2)
), stated AS (
  SELECT g.quantity_milli, g.price_gross, g.price_net, t.batch_id, t.original_tokens, t.used_tokens,
         t.price_gross AS paid_gross, t.price_net AS paid_net
    FROM ciyuan.taken_on_grant AS t
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = t.account_id AND g.number = t.number
   WHERE t.run_id = $1 AND ($2::integer IS NULL OR t.chunk = $2)
), booked AS (
  SELECT ledger_account, sum(amount) AS amount FROM ciyuan.journal_line
   WHERE account_id IN (SELECT account_id FROM account)
     AND batch_id IN (SELECT DISTINCT batch_id FROM stated WHERE batch_id IS NOT NULL)
   GROUP BY ledger_account
)
SELECT (SELECT count(*) FROM ciyuan.taken_on_customer AS t JOIN ciyuan.customer AS c ON c.code = t.customer_code
         WHERE t.run_id = $1 AND ($2::integer IS NULL OR t.chunk = $2)) AS customers,
       (SELECT count(*) FROM account) AS accounts,
       (SELECT count(*) FROM subscription) AS subscriptions,
       (SELECT count(*) FROM stated) AS grants,
       (SELECT coalesce(sum(original_tokens), 0) FROM stated) AS original,
       (SELECT coalesce(sum(used_tokens), 0) FROM stated) AS used,
       (SELECT coalesce(sum(paid_gross), 0) FROM stated) AS paid_gross,
       (SELECT coalesce(sum(paid_net), 0) FROM stated) AS paid_net,
       (SELECT coalesce(sum(quantity_milli), 0) FROM stated) AS left_milli,
       (SELECT coalesce(sum(price_gross), 0) FROM stated) AS rest_gross,
       (SELECT coalesce(sum(price_net), 0) FROM stated) AS rest_net,
       (SELECT coalesce(-sum(amount), 0) FROM booked WHERE ledger_account = 'token_opening') AS opening_tokens,
       (SELECT coalesce(-sum(amount), 0) FROM booked WHERE ledger_account = 'deferred_revenue') AS deferred,
       (SELECT coalesce(sum(amount), 0) FROM booked WHERE ledger_account = 'opening_balance') AS opening`;

/** What a take-on came to, or a chunk of it. */
@Injectable()
export class TakeOnTotalsStore {
  async totals(tx: Tx, runId: number, chunk: number | null): Promise<StoredTotals> {
    const [row = {}] = await tx.rows<Record<string, string>>(TOTALS, [runId, chunk]);
    const count = (name: string): string => row[name] ?? '0';
    /** Of the ledger, tokens have their places as yuan do. */
    const yuan = (name: string): string => formatYuan(parseYuan(count(name)));
    const tokens = (name: string): string => formatScaled(BigInt(count(name)), MILLI_PLACES);
    return new Map([
      ['customers.rows', count('customers')],
      ['accounts.rows', count('accounts')],
      ['subscriptions.rows', count('subscriptions')],
      ['grants.rows', count('grants')],
      ['grants.originalTokens', count('original')],
      ['grants.usedTokens', count('used')],
      ['grants.tokensLeft', tokens('left_milli')],
      ['grants.priceGross', yuan('paid_gross')],
      ['grants.priceNet', yuan('paid_net')],
      ['grants.restGross', yuan('rest_gross')],
      ['grants.restNet', yuan('rest_net')],
      ['ledger.tokens', yuan('opening_tokens')],
      ['ledger.deferredNet', yuan('deferred')],
      ['ledger.openingNet', yuan('opening')],
    ]);
  }
}
