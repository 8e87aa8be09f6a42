import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { LoggedEvent } from './logged-event';

/** The day that cycles begin on follows from no order where a subscription began elsewhere: it was stated. */
@Injectable()
export class TakenOnAnchorsStore {
  /** The same events; orders that were taken on with their stated day. */
  async withAnchors(tx: Tx, accountId: number, events: readonly LoggedEvent[]): Promise<LoggedEvent[]> {
    const rows = await tx.rows<{ subscription_id: string; anchor_day: number }>(
      `SELECT subscription_id, anchor_day FROM ciyuan.taken_on_subscription
        WHERE account_id = $1 AND subscription_id IS NOT NULL`,
      [accountId],
      'taken_on_anchors',
    );
    const anchors = new Map(rows.map((row) => [Number(row.subscription_id), row.anchor_day]));
    return events.map((logged) => {
      const anchorDay = anchors.get(logged.event.sequence);
      if (logged.event.kind !== 'order' || anchorDay === undefined) return logged;
      return { ...logged, event: { ...logged.event, anchorDay } };
    });
  }
}
