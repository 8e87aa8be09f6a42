import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

export interface OutboxEvent {
  readonly batchId: number;
  readonly topic: string;
  readonly payload: Readonly<Record<string, string | number>>;
  readonly createdAt: Date;
}

/** Events are written by the transaction that they tell of, and relayed afterwards: none is lost, none invented. */
@Injectable()
export class OutboxStore {
  async add(tx: Tx, event: OutboxEvent): Promise<void> {
    await tx.rows(
      'INSERT INTO ciyuan.outbox (batch_id, topic, payload, created_at) VALUES ($1, $2, $3, $4)',
      [event.batchId, event.topic, JSON.stringify(event.payload), event.createdAt],
      'add_event',
    );
  }
}
