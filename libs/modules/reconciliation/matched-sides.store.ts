import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { Side } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';

const ROWS_READ_AT_ONCE = 5_000;

/** What either side says of a key beside its figures; what it does not say is null. */
export interface KeyFacts {
  readonly at: Date | null;
  readonly model: string | null;
  readonly tenant: string | null;
  readonly plan: string | null;
  readonly kind: string | null;
}

export interface OurSide extends Side {
  readonly facts: KeyFacts;
  readonly month: string;
}

export interface TheirSide extends Side {
  readonly facts: KeyFacts;
  readonly line: number;
}

interface SideRow extends KeyFacts {
  key: string;
  counts: string;
  amount: string;
  is_outside: boolean;
}

/** Both sides that are gathered in the transaction, each in the order of its keys, a block at a time. */
@Injectable()
export class MatchedSidesStore {
  async *ours(tx: Tx): AsyncGenerator<readonly OurSide[]> {
    for await (const rows of this.rows<SideRow & { our_month: string }>(tx, 'our_row'))
      yield rows.map((row) => ({ ...sideOf(row), month: row.our_month }));
  }

  async *theirs(tx: Tx): AsyncGenerator<readonly TheirSide[]> {
    for await (const rows of this.rows<SideRow & { row: number }>(tx, 'their_row'))
      yield rows.map((row) => ({ ...sideOf(row), line: row.row }));
  }

  private async *rows<Row extends SideRow>(
    tx: Tx,
    table: 'our_row' | 'their_row',
  ): AsyncGenerator<readonly Row[]> {
    await tx.rows(`DECLARE sorted_${table} NO SCROLL CURSOR FOR SELECT * FROM ${table} ORDER BY key`);
    for (;;) {
      const rows = await tx.rows<Row>(`FETCH ${ROWS_READ_AT_ONCE} FROM sorted_${table}`);
      yield rows;
      if (rows.length < ROWS_READ_AT_ONCE) return;
    }
  }
}

function sideOf(row: SideRow): Side & { readonly facts: KeyFacts } {
  const { at, model, tenant, plan, kind } = row;
  return {
    key: row.key,
    counts: row.counts === '' ? [] : row.counts.split(' ').map(BigInt),
    amount: parseYuan(row.amount),
    isOutside: row.is_outside,
    facts: { at, model, tenant, plan, kind },
  };
}
