import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

/** More than any tree has: so that a walk ends, whatever is stored. */
const MOST_STEPS = 100;
const LOCK = "hashtextextended('ciyuan.customer_tree', 0)";

/** Which organisation is part of which. */
@Injectable()
export class CustomerTreeStore {
  /** One change of the tree at a time: two that are lawful each by itself may make a ring together. */
  async lock(tx: Tx): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(${LOCK})`, []);
  }

  /** The customer and everybody above it, itself first. */
  async lineOf(tx: Tx, code: string): Promise<string[]> {
    const rows = await tx.rows<{ code: string }>(
      `WITH RECURSIVE line AS (
         SELECT code, parent_code, 1 AS step FROM ciyuan.customer WHERE code = $1
         UNION ALL SELECT c.code, c.parent_code, line.step + 1 FROM ciyuan.customer AS c
           JOIN line ON c.code = line.parent_code AND line.step < $2
       ) SELECT code FROM line ORDER BY step`,
      [code, MOST_STEPS],
    );
    return rows.map((row) => row.code);
  }

  /** How many levels there are from the customer downwards, its own included. */
  async heightOf(tx: Tx, code: string): Promise<number> {
    const [row] = await tx.rows<{ height: number }>(
      `WITH RECURSIVE part AS (
         SELECT code, 1 AS step FROM ciyuan.customer WHERE code = $1
         UNION ALL SELECT c.code, part.step + 1 FROM ciyuan.customer AS c
           JOIN part ON c.parent_code = part.code AND part.step < $2
       ) SELECT coalesce(max(step), 0)::int AS height FROM part`,
      [code, MOST_STEPS],
    );
    return row?.height ?? 0;
  }

  async place(tx: Tx, code: string, parent: string | null): Promise<void> {
    await tx.rows('UPDATE ciyuan.customer SET parent_code = $2 WHERE code = $1', [code, parent]);
  }
}
