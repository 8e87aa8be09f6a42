import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { OutboxStore } from './outbox.store';

/** Hears of each event of a topic at least once, so hearing of one again must change nothing. */
export interface OutboxListener {
  readonly topic: string;
  hear(payload: unknown): Promise<void>;
}

const EVENTS_A_PAGE = 100;

/**
 * Tells listeners what happened, in order, and marks each event once it was heard: what breaks off in between is told
 * again. Several processes may relay at a time. Returns how many events were heard; throws what a listener throws, and
 * goes on from there the next time.
 */
@Injectable()
export class RelayOutbox {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  async run(listeners: readonly OutboxListener[]): Promise<number> {
    const byTopic = new Map(listeners.map((listener) => [listener.topic, listener]));
    const topics = [...byTopic.keys()];
    for (let heard = 0; ; ) {
      const events = await this.database.transaction((tx) =>
        this.outbox.unpublished(tx, topics, EVENTS_A_PAGE),
      );
      for (const event of events) {
        await byTopic.get(event.topic)?.hear(event.payload);
        await this.database.transaction((tx) => this.outbox.publish(tx, event, this.clock.now()));
      }
      heard += events.length;
      if (events.length < EVENTS_A_PAGE) {
        await this.database.retrying((tx) => this.outbox.publishOthers(tx, topics, this.clock.now()));
        return heard;
      }
    }
  }
}
