import { Injectable } from '@nestjs/common';
import { COUNTERS } from '@ciyuan/core/usage';
import type { Tx } from '@ciyuan/platform/database';
import type { FigureRows } from './figures';

const KEY = [
  'usage_month',
  'accounting_month',
  'plan_version_id',
  'split_rule_version_id',
  "coalesce(model, '-')",
  "coalesce(vendor, '-')",
  "coalesce(compute_owner, '-')",
  "coalesce(channel, '-')",
  "coalesce(chip_kind, '-')",
  'kind',
  'currency',
  'paid::text',
];
const WHOLE = ['records', ...COUNTERS, 'drawn_milli'];
const EXACT = ['gross', 'net', 'vendor_cost', 'compute_cost'];
const FIGURES = [
  ...WHOLE.map((name) => `'${name}', sum(${name})::text`),
  ...EXACT.map((name) => `'${name}', coalesce(trim_scale(sum(${name}))::text, '')`),
];
const SOMETHING = [...WHOLE, ...EXACT].map((name) => `sum(${name}) <> 0`).join(' OR ');

/** The lines of settlement as they are stored, summed up by key. */
@Injectable()
export class StoredRollupsStore {
  /** Those that belong to the month or are booked in it. */
  async ofMonth(tx: Tx, month: string): Promise<FigureRows> {
    const rows = await tx.rows<{ key: string; columns: Record<string, string> }>(
      `SELECT concat_ws(' ', ${KEY.join(', ')}) AS key, jsonb_build_object(${FIGURES.join(', ')}) AS columns
         FROM ciyuan.usage_rollup_delta WHERE usage_month = $1 OR accounting_month = $1
        GROUP BY ${KEY.join(', ')} HAVING ${SOMETHING}`,
      [month],
    );
    return new Map(rows.map(({ key, columns }) => [`usage_rollup_delta ${key}`, columns]));
  }
}
