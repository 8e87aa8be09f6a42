import { Injectable } from '@nestjs/common';
import { COUNTERS } from '@ciyuan/core/usage';
import type { Tx } from '@ciyuan/platform/database';

export interface RecordGroups {
  readonly groups: number;
  readonly records: number;
}

const COUNTS = COUNTERS.map((counter) => `sum(coalesce(r.${counter}, 0)) AS ${counter}`).join(', ');

/** What settling from the records themselves would have to add up: for measuring against, nothing is settled by it. */
@Injectable()
export class RecordGroupsStore {
  /** Groups the records of a month by the keys of settlement lines, with all that is summed for them. */
  async ofMonth(tx: Tx, month: string): Promise<RecordGroups> {
    // As much memory as the sum of the roll-ups has.
    await tx.rows("SELECT set_config('work_mem', '64MB', true)");
    const [row] = await tx.rows<{ groups: string; records: string }>(
      `SELECT count(*) AS groups, coalesce(sum(records), 0) AS records
         FROM (SELECT to_char(r.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS usage_month, r.accounting_month,
                      g.plan_version_id, r.base_plan_version_id, r.model, r.vendor, r.compute_owner, g.channel,
                      r.chip_kind, r.overage_kind, g.price_net > 0 AS paid, count(*) AS records, ${COUNTS},
                      sum(r.drawn_milli) AS drawn_milli, sum(r.recognised_gross) AS gross, sum(r.recognised_net) AS net,
                      sum(r.usage_gross) AS usage_gross, sum(r.vendor_cost) AS vendor_cost,
                      sum(r.compute_cost) AS compute_cost
                 FROM ciyuan.usage_record AS r
                 LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = r.account_id AND g.number = r.grant_number
                WHERE r.accounting_month = $1 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) AS grouped`,
      [month],
    );
    return { groups: Number(row?.groups), records: Number(row?.records) };
  }

  /** How many roll-up deltas a settlement of the month reads. */
  async deltas(tx: Tx, month: string): Promise<number> {
    const [row] = await tx.rows<{ count: string }>(
      'SELECT count(*) AS count FROM ciyuan.usage_rollup_delta WHERE accounting_month = $1',
      [month],
    );
    return Number(row?.count);
  }
}
