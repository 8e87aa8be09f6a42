import { Injectable } from '@nestjs/common';
import { formatScaled } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { COPY_NULL, copyText, type Tx } from '@ciyuan/platform/database';
import type { PartnerRow } from './file/read-partner-row';
import type { Level } from './level';
import type { RowFault, Subject } from './reconciliation-run';
import { MOST_FAULTS } from './file/file-faults';

const MONEY_PLACES = 12;

/** The hour that an instant is in, by the operator's clocks. */
export const LOCAL_HOUR = `to_char(at AT TIME ZONE '${OPERATOR_ZONE}', 'YYYY-MM-DD"T"HH24')`;

const KEYS: Readonly<Record<Level, string>> = {
  records: "source || ' ' || record_id",
  hours: `${LOCAL_HOUR} || ' ' || tenant || ' ' || model`,
  statement: "coalesce(plan, '-') || ' ' || coalesce(model, '-') || ' ' || kind",
};

/** The rows of a partner's file, for as long as the transaction lasts that matches them. */
@Injectable()
export class StagedRowsStore {
  async begin(tx: Tx): Promise<void> {
    await tx.rows(`CREATE TEMPORARY TABLE staged_row (row integer, at timestamptz, source text, record_id text, model text,
      tenant text, plan text, kind text, counts text, amount numeric(38,12)) ON COMMIT DROP`);
  }

  async add(tx: Tx, rows: readonly PartnerRow[]): Promise<void> {
    await tx.copyIn('COPY staged_row FROM STDIN', [rows.map(lineOf).join('')]);
  }

  /** Gives each row its key, and says which of them lie outside the month. */
  async key(tx: Tx, { level, month }: Subject): Promise<void> {
    await tx.rows(
      `CREATE TEMPORARY TABLE their_row ON COMMIT DROP AS
       SELECT (${KEYS[level]}) COLLATE "C" AS key, row, at, model, tenant, plan, kind, counts, amount,
              coalesce(to_char(at AT TIME ZONE '${OPERATOR_ZONE}', 'YYYY-MM') <> $1, false) AS is_outside
         FROM staged_row`,
      [month],
    );
    await tx.rows('CREATE INDEX ON their_row (key)');
    await tx.rows('ANALYZE their_row');
  }

  /** Rows with the key of a row above them. */
  async repeated(tx: Tx): Promise<RowFault[]> {
    const rows = await tx.rows<{ row: number; first: number }>(
      `SELECT row, first FROM (SELECT row, min(row) OVER (PARTITION BY key) AS first FROM their_row) AS r
        WHERE row <> first ORDER BY row LIMIT ${MOST_FAULTS}`,
    );
    return rows.map(({ row, first }) => ({
      row,
      column: null,
      code: 'key_twice',
      detail: `the same as row ${first}`,
    }));
  }
}

function lineOf({ row, at, texts, counts, amountPico }: PartnerRow): string {
  const { source, recordId, model, tenant, plan, kind } = texts;
  const instant = at === undefined ? COPY_NULL : new Date(at).toISOString();
  const named = [source, recordId, model, tenant, plan, kind].map((text) =>
    text === undefined ? COPY_NULL : copyText(text),
  );
  return `${[row, instant, ...named, counts.join(' '), formatScaled(amountPico, MONEY_PLACES)].join('\t')}\n`;
}
