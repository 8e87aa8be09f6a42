import { Injectable } from '@nestjs/common';
import type { Json } from '@ciyuan/core/usage';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import type { ReportedUsage } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { ChargeUsageBatch } from './charge-usage-batch';
import { readUsage, type ReportingWindow } from './read-usage';
import type { UsageOutcome } from './usage-outcome';

const MS_PER_DAY = 86_400_000;
/** Clocks differ; a record from further ahead was dated wrongly. */
const AHEAD_MS = 300_000;

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
    private readonly database: Database,
    private readonly catalogue: CatalogueCache,
    private readonly clock: Clock,
    private readonly chargeUsageBatch: ChargeUsageBatch,
  ) {}

  async run(partner: string, records: readonly Json[]): Promise<UsageOutcome[]> {
    const window = await this.windowOf(partner);
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
    return outcomes;
  }

  private async charge(placed: readonly Placed[], outcomes: UsageOutcome[]): Promise<void> {
    const charged = await this.chargeUsageBatch.run(placed.map((one) => one.usage));
    placed.forEach(({ position }, index) => {
      outcomes[position] = charged[index] as UsageOutcome;
    });
  }

  private async windowOf(partner: string): Promise<ReportingWindow | undefined> {
    const now = this.clock.now();
    const catalogue = await this.database.transaction((tx) => this.catalogue.current(tx));
    const days = catalogue.lateWindowDays(partner, now);
    return days === undefined ? undefined : { earliest: now - days * MS_PER_DAY, latest: now + AHEAD_MS };
  }
}
