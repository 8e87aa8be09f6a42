import { Injectable } from '@nestjs/common';
import { checklistOf, type CheckedItem } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { CloseFindingsReader } from './close-findings-reader';
import { standingWaivers } from './month-event';
import { MonthEventsStore } from './month-events.store';

/** A month's checklist. What it says stays true for as long as the caller holds the month's lock. */
@Injectable()
export class CheckMonth {
  constructor(
    private readonly findings: CloseFindingsReader,
    private readonly events: MonthEventsStore,
  ) {}

  async run(tx: Tx, month: string): Promise<readonly CheckedItem[]> {
    const waivers = standingWaivers(await this.events.ofMonth(tx, month));
    return checklistOf(await this.findings.all(tx, month), waivers);
  }
}
