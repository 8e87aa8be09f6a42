import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { IntakeStore } from './intake.store';
import { silencesOf, type PartnerIntake } from './partner-intake';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

export interface IntakeAsked {
  readonly minutes: number;
  /** This one alone. */
  readonly partner?: string | undefined;
}

export interface IntakeRead {
  readonly at: Instant;
  /** Since when minutes are counted: whole ones, and the one that is not over. */
  readonly from: Instant;
  readonly partners: readonly PartnerIntake[];
}

/** What was written of whose usage in the last minutes, and since when nothing was. */
@Injectable()
export class ReadIntake {
  constructor(
    private readonly database: Database,
    private readonly intake: IntakeStore,
    private readonly clock: Clock,
  ) {}

  run({ minutes, partner }: IntakeAsked): Promise<IntakeRead> {
    const at = this.clock.now();
    const minutesFrom = at - (at % MS_PER_MINUTE) - (minutes - 1) * MS_PER_MINUTE;
    return this.database.snapshot(async (tx) => {
      const names = partner === undefined ? [...(await this.intake.partners(tx)), null] : [partner];
      const waiting = await this.intake.openSuspense(tx);
      const partners: PartnerIntake[] = [];
      for (const name of names) {
        const asked = { partner: name, minutesFrom, hoursFrom: at - MS_PER_DAY };
        const { hours, ...writes } = await this.intake.writesOf(tx, asked);
        const openSuspense = waiting.get(name ?? '') ?? 0;
        if (name === null && writes.lastWriteAt === null) continue;
        partners.push({ ...writes, openSuspense, silences: name === null ? [] : silencesOf(hours, at) });
      }
      return { at, from: minutesFrom, partners };
    });
  }
}
