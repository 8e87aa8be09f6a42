import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { RollupKind, RollupLine } from '@ciyuan/core/settlement';
import { COUNTERS } from '@ciyuan/core/usage';
import type { Tx } from '@ciyuan/platform/database';

interface LineRow {
  usage_month: string;
  accounting_month: string;
  plan_version_id: string;
  split_rule_version_id: string;
  model: string | null;
  vendor: string | null;
  compute_owner: string | null;
  channel: string | null;
  chip_kind: string | null;
  kind: RollupKind;
  currency: string;
  paid: boolean;
  records: string;
  counts: string[];
  gross: string;
  net: string | null;
  vendor_cost: string;
  compute_cost: string;
}

const KEY = [
  'usage_month',
  'accounting_month',
  'plan_version_id',
  'split_rule_version_id',
  'model',
  'vendor',
  'compute_owner',
  'channel',
  'chip_kind',
  'kind',
  'currency',
  'paid',
];
const TEXTS = new Set(KEY.filter((column) => !column.endsWith('_id') && column !== 'paid'));
const ORDER = KEY.map((column) => `${column}${TEXTS.has(column) ? ' COLLATE "C"' : ''} NULLS FIRST`);

/** What the writes have appended, summed up by line of settlement; its cost follows lines, not records. */
@Injectable()
export class RollupLinesStore {
  /**
   * What was booked in the month, and for each usage month that this touches everything booked until then; in the
   * order of the keys. The caller holds the month's lock, so that nobody is still writing into it.
   */
  async upTo(tx: Tx, month: string): Promise<RollupLine[]> {
    // A few hundred lines in memory; with the usual 4 MB the deltas themselves are sorted on disk, for twice the time.
    await tx.rows("SELECT set_config('work_mem', '64MB', true)");
    const rows = await tx.rows<LineRow>(
      `SELECT ${KEY.join(', ')}, sum(records) AS records,
              ARRAY[${COUNTERS.map((counter) => `sum(${counter})`).join(', ')}]::text[] AS counts,
              sum(gross) AS gross, sum(net) AS net, sum(vendor_cost) AS vendor_cost, sum(compute_cost) AS compute_cost
         FROM ciyuan.usage_rollup_delta
        WHERE accounting_month <= $1
          AND usage_month IN (SELECT usage_month FROM ciyuan.usage_rollup_delta WHERE accounting_month = $1)
        GROUP BY ${KEY.join(', ')}
        ORDER BY ${ORDER.join(', ')}`,
      [month],
    );
    return rows.map(lineOf);
  }

  /** The usage months that something was booked for in the month. */
  async usageMonthsIn(tx: Tx, month: string): Promise<string[]> {
    const rows = await tx.rows<{ usage_month: string }>(
      'SELECT DISTINCT usage_month FROM ciyuan.usage_rollup_delta WHERE accounting_month = $1',
      [month],
    );
    return rows.map((row) => row.usage_month);
  }

  /** The first month before `month` that has booked something and takes more. */
  async firstOpen(tx: Tx, month: string): Promise<string | undefined> {
    const [row] = await tx.rows<{ month: string | null }>(
      `SELECT min(accounting_month COLLATE "C") AS month FROM ciyuan.usage_rollup_delta
        WHERE accounting_month < $1
          AND accounting_month NOT IN (SELECT month FROM ciyuan.accounting_month WHERE state <> 'open')`,
      [month],
    );
    return row?.month ?? undefined;
  }

  /** The first month before `month` that has booked something and is not closed. */
  async firstUnissued(tx: Tx, month: string): Promise<string | undefined> {
    const [row] = await tx.rows<{ month: string | null }>(
      `SELECT min(accounting_month COLLATE "C") AS month FROM ciyuan.usage_rollup_delta
        WHERE accounting_month < $1
          AND accounting_month NOT IN (SELECT month FROM ciyuan.accounting_month WHERE state = 'closed')`,
      [month],
    );
    return row?.month ?? undefined;
  }
}

function lineOf(row: LineRow): RollupLine {
  return {
    usageMonth: row.usage_month,
    accountingMonth: row.accounting_month,
    planVersionId: Number(row.plan_version_id),
    splitRuleVersionId: Number(row.split_rule_version_id),
    model: row.model,
    vendor: row.vendor,
    computeOwner: row.compute_owner,
    channel: row.channel,
    chipKind: row.chip_kind,
    kind: row.kind,
    currency: row.currency,
    paid: row.paid,
    records: BigInt(row.records),
    counts: row.counts.map(BigInt),
    gross: parseYuan(row.gross),
    net: row.net === null ? null : parseYuan(row.net),
    vendorCost: parseYuan(row.vendor_cost),
    computeCost: parseYuan(row.compute_cost),
  };
}
