import { Injectable } from '@nestjs/common';
import { parseYuan, type Instant } from '@ciyuan/core/kernel';
import { COUNTERS, TOKEN_CLASSES, type Counter } from '@ciyuan/core/usage';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { ModelTotal, Revenue, RevenueKind } from './overview';

/** Half-open. */
export interface BookedWithin {
  readonly from: Instant;
  readonly until: Instant;
}

export interface BookedDay extends Revenue {
  readonly day: string;
  readonly records: number;
  readonly counts: Readonly<Record<Counter, bigint>>;
}

interface DayRow extends Record<string, unknown> {
  day: string;
  kind: RevenueKind;
  currency: string;
  records: string;
  amount: string;
}

/** Of usage the sale fixes no tax: it is booked as it was charged. */
const KIND = "CASE r.kind WHEN 'overdraw' THEN 'usage' ELSE r.kind END";
const AMOUNT = "sum(CASE WHEN r.kind IN ('usage', 'overdraw') THEN r.gross ELSE r.net END)";
const WRITTEN = `ciyuan.account_write AS w JOIN ciyuan.usage_rollup_delta AS r USING (batch_id)
 WHERE w.written_at >= $1 AND w.written_at < $2`;
const SUMS = COUNTERS.map((name) => `sum(r.${name}) AS ${name}`).join(', ');
const TOKENS = TOKEN_CLASSES.map((name) => `r.${name}`).join(' + ');

/** What writes added to the roll-ups, by the day of the write: some lines a write, however many records it had. */
@Injectable()
export class BookedDaysStore {
  async byDay(tx: Tx, { from, until }: BookedWithin): Promise<BookedDay[]> {
    const rows = await tx.rows<DayRow>(
      `SELECT to_char(w.written_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, ${KIND} AS kind, r.currency,
              sum(r.records) AS records, ${SUMS}, ${AMOUNT} AS amount
         FROM ${WRITTEN} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [new Date(from), new Date(until), OPERATOR_ZONE],
    );
    return rows.map(({ day, kind, currency, ...row }) => ({
      day,
      kind,
      currency,
      records: Number(row.records),
      amount: parseYuan(row.amount),
      counts: Object.fromEntries(COUNTERS.map((name) => [name, BigInt(String(row[name]))])) as Record<
        Counter,
        bigint
      >,
    }));
  }

  async byModel(tx: Tx, { from, until }: BookedWithin): Promise<ModelTotal[]> {
    const rows = await tx.rows<Record<'model' | 'currency' | 'tokens' | 'amount', string>>(
      `SELECT r.model, r.currency, sum(${TOKENS}) AS tokens, ${AMOUNT} AS amount
         FROM ${WRITTEN} AND r.model IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
      [new Date(from), new Date(until)],
    );
    return rows.map(({ model, currency, tokens, amount }) => ({
      model,
      currency,
      tokens: BigInt(tokens),
      amount: parseYuan(amount),
    }));
  }
}
