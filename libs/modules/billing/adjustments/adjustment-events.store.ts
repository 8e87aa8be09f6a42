import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { AdjustmentEvent, AdjustmentEventKind, AdjustmentId } from './account-adjustment';

interface EventRow {
  number: number;
  kind: AdjustmentEventKind;
  at: Date;
  by: string;
  role: string;
  note: string | null;
  batch_id: string | null;
}

/** What became of adjustments; added and never changed, each event sealed with the one before. */
@Injectable()
export class AdjustmentEventsStore {
  /** The caller holds the account's lock. */
  async add(tx: Tx, { accountId, number }: AdjustmentId, event: AdjustmentEvent): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.adjustment_event
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.adjustment_event AS b
                   WHERE (b.account_id, b.adjustment, b.number) = (e.account_id, e.adjustment, e.number - 1)),
                 ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.adjustment_event, $1) AS e`,
      [JSON.stringify({ ...columnsOf(event), account_id: accountId, adjustment: number })],
    );
  }

  /** The earliest first. */
  async ofAdjustment(tx: Tx, { accountId, number }: AdjustmentId): Promise<AdjustmentEvent[]> {
    const rows = await tx.rows<EventRow>(
      'SELECT * FROM ciyuan.adjustment_event WHERE account_id = $1 AND adjustment = $2 ORDER BY number',
      [accountId, number],
    );
    return rows.map(({ number: own, kind, at, by, role, note, batch_id: batchId }) => ({
      ...{ number: own, kind, by, role, note, at: at.getTime() },
      batchId: batchId === null ? null : Number(batchId),
    }));
  }
}

const columnsOf = ({ at, batchId, ...event }: AdjustmentEvent) => ({
  ...event,
  at: new Date(at),
  batch_id: batchId,
});
