import { Injectable } from '@nestjs/common';
import { monthBounds } from '@ciyuan/core/kernel';
import { COUNTERS } from '@ciyuan/core/usage';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { PartnerRole, Subject } from './reconciliation-run';
import { LOCAL_HOUR } from './staged-rows.store';

/** What of a record is the party's: whose it is, and what it comes to for it. */
const OF_ROLE: Readonly<
  Record<Exclude<PartnerRole, 'settlement'>, readonly [owner: string, amount: string]>
> = {
  reporter: ['partner', 'gross'],
  vendor: ['vendor', 'vendor_cost'],
  compute_owner: ['compute_owner', 'compute_cost'],
};

const INTO = 'CREATE TEMPORARY TABLE our_row ON COMMIT DROP AS';
const COUNTS = `concat_ws(' ', ${COUNTERS.join(', ')})`;
const SUMS = `concat_ws(' ', ${COUNTERS.map((name) => `sum(${name})`).join(', ')})`;

/** Our own figures beside the rows of a partner's file, for as long as the transaction lasts that matches them. */
@Injectable()
export class OurFiguresStore {
  /** False where a statement is meant that was never issued. */
  async gather(tx: Tx, subject: Subject): Promise<boolean> {
    if (subject.level === 'statement') return this.statementLines(tx, subject);
    await (subject.level === 'records' ? this.records(tx, subject) : this.hours(tx, subject));
    return true;
  }

  /** The month's records by their instant, and those of other months that their file names. */
  private async records(tx: Tx, { party, month, currency }: Subject): Promise<void> {
    const columns = `(source || ' ' || record_id) COLLATE "C" AS key, at, model, tenant, NULL::text AS plan,
      NULL::text AS kind, accounting_month AS our_month, ${COUNTS} AS counts, gross AS amount`;
    await tx.rows(
      `${INTO} SELECT ${columns}, accounting_month <> $3 AS is_outside FROM ciyuan.standing_usage
          WHERE partner = $1 AND currency = $2 AND at >= $4 AND at < $5
       UNION ALL
       SELECT u.* FROM their_row AS t JOIN ciyuan.usage_key AS k ON k.key = $1 || ' ' || t.key
         CROSS JOIN LATERAL (SELECT ${columns}, true FROM ciyuan.standing_usage AS s
           WHERE s.account_id = k.account_id AND s.at = k.at AND s.partner = $1 AND s.currency = $2
             AND s.source || ' ' || s.record_id = t.key) AS u
        WHERE k.at < $4 OR k.at >= $5`,
      [party, currency, month, ...boundsOf(month)],
    );
  }

  /** The month's hours, and those beside it that their file names. */
  private async hours(tx: Tx, { party, role, month, currency }: Subject): Promise<void> {
    if (role === 'settlement') throw new Error('a statement has no hours');
    const [owner, amount] = OF_ROLE[role];
    await tx.rows(
      `${INTO} SELECT (${LOCAL_HOUR} || ' ' || tenant || ' ' || model) COLLATE "C" AS key,
              to_timestamp(min(floor(extract(epoch FROM at) / 3600)) * 3600) AS at, model, tenant, NULL::text AS plan, NULL::text AS kind,
              coalesce(max(accounting_month) FILTER (WHERE accounting_month <> $3), $3) AS our_month, ${SUMS} AS counts,
              sum(${amount}) AS amount, bool_or(accounting_month <> $3 OR at < $4 OR at >= $5) AS is_outside
         FROM ciyuan.standing_usage
        WHERE ${owner} = $1 AND currency = $2
          AND at >= least($4, (SELECT date_trunc('hour', min(at)) FROM their_row))
          AND at < greatest($5, (SELECT date_trunc('hour', max(at)) + interval '1 hour' FROM their_row))
          AND (at >= $4 AND at < $5 OR ${LOCAL_HOUR} IN (SELECT ${LOCAL_HOUR} FROM their_row WHERE is_outside))
        GROUP BY ${LOCAL_HOUR}, tenant, model`,
      [party, currency, month, ...boundsOf(month)],
    );
  }

  private async statementLines(tx: Tx, { party, month, currency }: Subject): Promise<boolean> {
    const issued = `s.party = $1 AND s.month = $2 AND s.currency = $3
      AND s.state NOT IN ('calculated','in_review','approved','superseded')`;
    const values = [party, month, currency];
    await tx.rows(
      `${INTO} SELECT (plan || ' ' || model || ' ' || kind) COLLATE "C" AS key, NULL::timestamptz AS at, nullif(model, '-') AS model,
              NULL::text AS tenant, nullif(plan, '-') AS plan, kind, $2::text AS our_month, sum(tokens)::text AS counts,
              (sum(share_fen) / 100.0)::numeric(38,12) AS amount, false AS is_outside
         FROM (SELECT coalesce(d.code, '-') AS plan, coalesce(l.model, '-') AS model,
                      CASE l.line_kind WHEN 'share' THEN l.kind ELSE l.line_kind END AS kind, l.tokens, l.share_fen
                 FROM ciyuan.statement AS s JOIN ciyuan.statement_line AS l USING (run_id, party, currency)
                 LEFT JOIN ciyuan.catalogue_document AS d ON d.id = l.plan_version_id
                WHERE ${issued}) AS line
        GROUP BY plan, model, kind`,
      values,
    );
    return (await tx.rows(`SELECT 1 FROM ciyuan.statement AS s WHERE ${issued} LIMIT 1`, values)).length > 0;
  }
}

function boundsOf(month: string): readonly [Date, Date] {
  const { start, end } = monthBounds(OPERATOR_ZONE, month);
  return [new Date(start), new Date(end)];
}
