import { Injectable } from '@nestjs/common';
import { monthBounds, type Instant } from '@ciyuan/core/kernel';
import { datedSteps, type DatedStep } from '@ciyuan/core/settlement';
import { CatalogueDocumentsStore, type CatalogueDocument } from '@ciyuan/modules/catalogue';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import type { MonthRead } from './months.store';

/**
 * By when the steps of months are due, by the calendar that is in force at the end of each: without one, none are. The
 * latest version of a calendar of holidays knows most of them.
 */
@Injectable()
export class DateSteps {
  constructor(
    private readonly documents: CatalogueDocumentsStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, months: readonly MonthRead[]): Promise<readonly (readonly DatedStep[])[]> {
    const calendars = await this.documents.versions(tx, 'settlement_calendar');
    const holidays = await this.documents.versions(tx, 'holiday_calendar');
    const now = this.clock.now();
    return months.map(({ month, progress }) => {
      const calendar = latestBy(calendars, monthBounds(OPERATOR_ZONE, month).end)?.body;
      if (calendar === undefined) return [];
      const named = holidays.filter(({ code }) => code === calendar.holidays);
      return datedSteps(calendar, latestBy(named, Infinity)?.body, month, { progress, now });
    });
  }
}

function latestBy<D extends Pick<CatalogueDocument, 'effectiveFrom'>>(
  versions: readonly D[],
  at: Instant,
): D | undefined {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= at);
  return begun.sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0];
}
