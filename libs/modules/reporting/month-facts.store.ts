import { Injectable } from '@nestjs/common';
import { parseYuan, type PicoYuan } from '@ciyuan/core/kernel';
import { COUNTERS, type Counter } from '@ciyuan/core/usage';
import type { Tx } from '@ciyuan/platform/database';

export interface KindRevenue {
  readonly kind: string;
  readonly paid: boolean;
  /** Pico-yuan as charged, VAT included. */
  readonly gross: PicoYuan;
  readonly records: number;
}

/** How many rows show each thing that can become of usage. */
export interface Occurrences {
  readonly charged: number;
  readonly suspense: number;
  readonly trialDraws: number;
  readonly packageDraws: number;
  readonly overage: number;
  readonly overdraw: number;
  readonly overTwoGrants: number;
  readonly breakage: number;
}

const SUMS = COUNTERS.map((name) => `sum(${name}) AS ${name}`).join(', ');
const SUSPENDED = COUNTERS.map((name) => `sum((body->'tokens'->>'${name}')::bigint) AS ${name}`).join(', ');

/** What is on record, added up from the rows themselves. */
@Injectable()
export class MonthFactsStore {
  /** Charged or in suspense, by counter; those that never occur are left out. */
  async tokens(tx: Tx): Promise<Map<Counter, bigint>> {
    const rows = await tx.rows<Record<Counter, string | null>>(
      `SELECT ${SUMS} FROM (SELECT ${COUNTERS.join(', ')} FROM ciyuan.usage_entry
         UNION ALL (SELECT ${SUSPENDED} FROM ciyuan.suspense_record WHERE state = 'open')) AS every`,
    );
    const found = COUNTERS.map((name): [Counter, bigint] => [name, BigInt(rows[0]?.[name] ?? 0)]);
    return new Map(found.filter(([, total]) => total > 0n));
  }

  async revenue(tx: Tx): Promise<KindRevenue[]> {
    const rows = await tx.rows<{ kind: string; paid: boolean; gross: string; records: string }>(
      `SELECT kind, paid, sum(gross) AS gross, sum(records) AS records
         FROM ciyuan.usage_rollup_delta GROUP BY kind, paid ORDER BY kind, paid DESC`,
    );
    return rows.map(({ kind, paid, gross, records }) => ({
      kind,
      paid,
      gross: parseYuan(gross),
      records: Number(records),
    }));
  }

  async occurrences(tx: Tx): Promise<Occurrences> {
    const [row] = await tx.rows<Record<keyof Occurrences, string>>(
      `SELECT (SELECT sum(records) FROM ciyuan.usage_entry) AS charged,
              (SELECT count(*) FROM ciyuan.suspense_record WHERE state = 'open') AS suspense,
              (SELECT count(*) FROM ciyuan.usage_record AS r
                 JOIN ciyuan.grant_bucket AS g ON g.account_id = r.account_id AND g.number = r.grant_number
                WHERE g.price_gross = 0) AS "trialDraws",
              (SELECT count(*) FROM ciyuan.usage_record AS r
                 JOIN ciyuan.grant_bucket AS g ON g.account_id = r.account_id AND g.number = r.grant_number
                WHERE g.price_gross > 0) AS "packageDraws",
              (SELECT count(*) FROM ciyuan.usage_record WHERE overage_kind = 'usage') AS overage,
              (SELECT count(*) FROM ciyuan.usage_record WHERE overage_kind = 'overdraw') AS overdraw,
              (SELECT count(DISTINCT (account_id, sequence)) FROM ciyuan.grant_movement
                WHERE kind = 'drawn') AS "overTwoGrants",
              (SELECT count(*) FROM ciyuan.grant_movement WHERE kind = 'expired') AS breakage`,
    );
    const facts = Object.entries(row ?? {}).map(([name, count]) => [name, Number(count)]);
    return Object.fromEntries(facts) as Occurrences;
  }

  /** One text that changes when any balance, charge, journal, roll-up or suspense does. */
  async fingerprint(tx: Tx): Promise<string> {
    const [row] = await tx.rows<{ text: string }>(
      `SELECT concat_ws(' ',
         (SELECT concat_ws('/', count(*), sum(drawn_milli), sum(expired_milli)) FROM ciyuan.grant_bucket),
         (SELECT concat_ws('/', count(*), sum(usage_gross), sum(recognised_net), sum(sequence)) FROM ciyuan.usage_entry),
         (SELECT concat_ws('/', count(*), sum(abs(amount))) FROM ciyuan.journal_line),
         (SELECT concat_ws('/', count(*), sum(gross), sum(records)) FROM ciyuan.usage_rollup_delta),
         (SELECT count(*) FROM ciyuan.usage_key),
         (SELECT count(*) FROM ciyuan.suspense_record WHERE state = 'open'),
         (SELECT sum(next_sequence) FROM ciyuan.account_state)) AS text`,
    );
    return row?.text ?? '';
  }
}
