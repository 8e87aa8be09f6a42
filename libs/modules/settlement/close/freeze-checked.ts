import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { checklistOf, waivedCounts, type WaivableCode } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { CloseFindingsReader } from './close-findings-reader';
import { NOTHING_MORE, standingWaivers, type MonthEvent } from './month-event';
import { MonthEventsStore } from './month-events.store';
import type { NotReady } from './month-refusals';
import { TakeMonthStep } from './take-month-step';

export interface FreezeToCheck {
  readonly month: string;
  readonly by: string;
  readonly at: Instant;
  /** Items that are waived with it, as far as there is anything of them that nobody has waived yet. */
  readonly waive: readonly WaivableCode[];
}

const WAIVED_WITH_THE_ISSUE = 'waived with the issue';

/** Freezes an open month whose checklist holds nothing up; refused, it leaves nothing. The caller holds the month's lock. */
@Injectable()
export class FreezeChecked {
  constructor(
    private readonly findings: CloseFindingsReader,
    private readonly events: MonthEventsStore,
    private readonly takeMonthStep: TakeMonthStep,
  ) {}

  async run(tx: Tx, { month, by, at, waive }: FreezeToCheck): Promise<Result<MonthEvent, NotReady>> {
    const standing = standingWaivers(await this.events.ofMonth(tx, month));
    const findings = await this.findings.all(tx, month);
    const missing = checklistOf(findings, standing).filter(({ state }) => state === 'open');
    const waivers = waive
      .filter((item) => missing.some(({ code }) => code === item))
      .map((item) => ({ item, seen: findings[item].count }));
    const checklist = checklistOf(findings, [...standing, ...waivers]);
    const open = checklist.filter(({ state }) => state === 'open');
    if (open.length > 0) return refuse({ code: 'not_ready', open });
    const told = { ...NOTHING_MORE, at, by };
    for (const waiver of waivers) {
      const reason = WAIVED_WITH_THE_ISSUE;
      await this.takeMonthStep.run(tx, month, { ...told, ...waiver, kind: 'waived', reason });
    }
    const waived = waivedCounts(checklist);
    return ok(await this.takeMonthStep.run(tx, month, { ...told, kind: 'frozen', waived }));
  }
}
