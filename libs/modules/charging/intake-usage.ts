import { Injectable } from '@nestjs/common';
import type { Json } from '@ciyuan/core/usage';
import type { ReportedUsage } from '@ciyuan/modules/usage';
import { ChargeUsageBatch } from './charge-usage-batch';
import { NoteUnwritten } from './note-unwritten';
import { readUsage } from './read-usage';
import { ReportingWindows } from './reporting-windows';
import type { UsageOutcome } from './usage-outcome';

interface Placed {
  readonly position: number;
  readonly usage: ReportedUsage;
}

/**
 * Takes in a post of a partner: what is malformed, not this partner's or outside its window is refused by field and
 * claims nothing; the rest is charged in the order of the post. One outcome for each record, in order.
 */
@Injectable()
export class IntakeUsage {
  constructor(
    private readonly windows: ReportingWindows,
    private readonly chargeUsageBatch: ChargeUsageBatch,
    private readonly noteUnwritten: NoteUnwritten,
  ) {}

  async run(partner: string, records: readonly Json[]): Promise<UsageOutcome[]> {
    const window = await this.windows.of(partner);
    const outcomes = new Array<UsageOutcome>(records.length);
    const seen = new Set<string>();
    const first: Placed[] = [];
    const again: Placed[] = [];
    records.forEach((body, position) => {
      const read = readUsage(partner, body, window);
      if (!read.ok) {
        outcomes[position] = { status: 'refused', ...read.refusal };
        return;
      }
      (seen.has(read.value.key) ? again : first).push({ position, usage: read.value });
      seen.add(read.value.key);
    });
    await this.charge(first, outcomes);
    // An identity that stands in a post twice is answered like one that comes in a second post.
    await this.charge(again, outcomes);
    await this.noteUnwritten.run(partner, outcomes);
    return outcomes;
  }

  private async charge(placed: readonly Placed[], outcomes: UsageOutcome[]): Promise<void> {
    const charged = await this.chargeUsageBatch.run(placed.map((one) => one.usage));
    placed.forEach(({ position }, index) => {
      outcomes[position] = charged[index] as UsageOutcome;
    });
  }
}
