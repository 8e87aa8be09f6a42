import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** Names an event: a batch tells of one thing once. */
export interface EventKey {
  readonly batchId: number;
  readonly topic: string;
}

export interface UnpublishedEvent extends EventKey {
  readonly payload: unknown;
}

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

  /** What of these topics nobody was told yet, in the order of the batches. */
  async unpublished(tx: Tx, topics: readonly string[], limit: number): Promise<UnpublishedEvent[]> {
    const rows = await tx.rows<{ batch_id: string; topic: string; payload: unknown }>(
      `SELECT batch_id, topic, payload FROM ciyuan.outbox
        WHERE published_at IS NULL AND topic = ANY ($1) ORDER BY batch_id, topic LIMIT $2`,
      [topics, limit],
      'unpublished_events',
    );
    return rows.map(({ batch_id, topic, payload }) => ({ batchId: Number(batch_id), topic, payload }));
  }

  async publish(tx: Tx, { batchId, topic }: EventKey, at: Instant): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.outbox SET published_at = $3
        WHERE batch_id = $1 AND topic = $2 AND published_at IS NULL`,
      [batchId, topic, new Date(at)],
      'publish_event',
    );
  }

  /** Of every topic but these, at once: what nobody wants to hear is told. */
  async publishOthers(tx: Tx, topics: readonly string[], at: Instant): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.outbox SET published_at = $2 WHERE published_at IS NULL AND topic <> ALL ($1)',
      [topics, new Date(at)],
      'publish_other_events',
    );
  }
}
