import { Injectable } from '@nestjs/common';
import { JournalsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { OutboxStore } from '@ciyuan/platform/outbox';
import type { UsageOutcome } from './usage-outcome';

/** Heard by whoever watches over what comes in. */
const UNWRITTEN = 'usage.unwritten';

/**
 * Keeps how much of a post came to nothing, so that whoever watches sees a partner that sends what is refused, or the
 * same again and again. One row a post, and none where all of it was written.
 */
@Injectable()
export class NoteUnwritten {
  constructor(
    private readonly database: Database,
    private readonly journals: JournalsStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  async run(partner: string, outcomes: readonly UsageOutcome[]): Promise<void> {
    const of = (wanted: UsageOutcome['status']): number =>
      outcomes.filter(({ status }) => status === wanted).length;
    const counts = { refused: of('refused'), duplicates: of('duplicate'), conflicts: of('conflict') };
    if (counts.refused + counts.duplicates + counts.conflicts === 0) return;
    await this.database.transaction(async (tx) => {
      const batchId = await this.journals.nextBatchId(tx);
      const createdAt = new Date(this.clock.now());
      await this.outbox.add(tx, { batchId, topic: UNWRITTEN, payload: { partner, ...counts }, createdAt });
    });
  }
}
