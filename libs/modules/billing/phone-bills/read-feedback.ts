import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { FeedbackStore } from './feedback.store';
import type { FeedbackReceived } from './phone-bill-feedback';

/** A carrier's file by its own number, with what was collected and what was not; undefined where none came. */
@Injectable()
export class ReadFeedback {
  constructor(
    private readonly database: Database,
    private readonly feedback: FeedbackStore,
  ) {}

  run(sequence: number): Promise<FeedbackReceived | undefined> {
    return this.database.snapshot(async (tx) => {
      const feedback = await this.feedback.bySequence(tx, sequence);
      if (feedback === undefined) return undefined;
      return { feedback, lines: await this.feedback.lines(tx, feedback.number), isNew: false };
    });
  }
}
