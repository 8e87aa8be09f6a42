import { Injectable } from '@nestjs/common';
import type { LineKind } from '@ciyuan/core/billing';
import { formatInstant, parseYuan, type Instant, type PicoYuan } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import type { RunAccount } from './bill-run';

interface SaleRow {
  account_id: string;
  kind: Exclude<LineKind, 'usage'>;
  key: string;
  subscription_id: string | null;
  plan_version_id: string;
  currency: string;
  vat_rate: string;
  starts_at: Date;
  ends_at: Date | null;
  is_part: boolean;
  gross: string;
  net: string;
  milli_tokens: string;
}

/** What was charged by a sale, or like one: its tax is fixed. */
export interface ChargedSale {
  readonly accountId: number;
  readonly kind: Exclude<LineKind, 'usage'>;
  readonly key: string;
  readonly subscriptionId: number | null;
  readonly planVersionId: number;
  readonly currency: string;
  readonly vatRate: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  /** Whether it is of a part of a period, by days. */
  readonly isPart: boolean;
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
  readonly milliTokens: bigint;
}

/** Grants that were paid for here, in advance; what was taken on, given or rolled over was paid for elsewhere. */
const SALES = `
WITH one AS (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS o (account_id, through_sequence)),
sold AS (
  SELECT g.* FROM one JOIN ciyuan.grant_bucket AS g USING (account_id)
   WHERE g.number <= one.through_sequence AND g.origin IN ('sold', 'plan_change', 'renewal') AND g.effective_at <= $3
), shortfall AS (
  SELECT account_id, subscription_id, period, sum(e.gross) AS gross, sum(e.net) AS net, sum(e.shortfall) AS shortfall
    FROM one JOIN ciyuan.commitment_entry AS e USING (account_id)
   WHERE e.sequence <= one.through_sequence GROUP BY 1, 2, 3
), charged AS (
  SELECT account_id, 'grant' AS kind, 'grant:' || number AS key, subscription_id, plan_version_id, effective_at AS starts_at,
         expires_at AS ends_at, cycle, origin, price_gross AS gross, price_net AS net, quantity_milli AS milli_tokens
    FROM sold WHERE price_gross > 0
  UNION ALL
  SELECT f.account_id, 'fee', format('fee:%s:%s', f.sequence, f.part), s.subscription_id, s.plan_version_id,
         s.effective_at, s.expires_at, s.cycle, s.origin, f.gross, f.net, 0
    FROM ciyuan.fee_charge AS f JOIN sold AS s ON s.account_id = f.account_id AND s.number = f.sequence
  UNION ALL
  SELECT f.account_id, 'shortfall', format('shortfall:%s:%s', f.subscription_id, f.period), f.subscription_id,
         p.plan_version_id, p.starts_at, p.ends_at, NULL, NULL, f.gross, f.net,
         CASE p.mode WHEN 'spend' THEN 0 ELSE (f.shortfall * 1000)::bigint END
    FROM shortfall AS f
    JOIN ciyuan.commitment_period AS p
      ON p.account_id = f.account_id AND p.subscription_id = f.subscription_id AND p.period = f.period
     AND p.ends_at <= $3
)
SELECT c.*, d.body ->> 'currency' AS currency, trim_scale((d.body ->> 'vatRate')::numeric)::text AS vat_rate,
       coalesce(c.origin = 'plan_change' OR (c.cycle = 1 AND d.body #>> '{firstPeriod,mode}' = 'prorated'
         AND d.body ->> 'role' IN ('package', 'commitment')), false) AS is_part
  FROM charged AS c JOIN ciyuan.catalogue_document AS d ON d.id = c.plan_version_id`;

@Injectable()
export class ChargeableSalesStore {
  /** Up to each account's sequence number, of what begins, and of periods that end, by `cutOff`. */
  async ofAccounts(tx: Tx, accounts: readonly RunAccount[], cutOff: Instant): Promise<ChargedSale[]> {
    const rows = await tx.rows<SaleRow>(
      SALES,
      [
        plainArray(accounts.map((one) => one.accountId)),
        plainArray(accounts.map((one) => one.throughSequence)),
        formatInstant(cutOff),
      ],
      'chargeable_sales',
    );
    return rows.map(read);
  }
}

const read = (row: SaleRow): ChargedSale => ({
  accountId: Number(row.account_id),
  kind: row.kind,
  key: row.key,
  subscriptionId: row.subscription_id === null ? null : Number(row.subscription_id),
  planVersionId: Number(row.plan_version_id),
  currency: row.currency,
  vatRate: row.vat_rate,
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at?.getTime() ?? null,
  isPart: row.is_part,
  gross: parseYuan(row.gross),
  net: parseYuan(row.net),
  milliTokens: BigInt(row.milli_tokens),
});
