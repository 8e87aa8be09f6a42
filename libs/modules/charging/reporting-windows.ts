import { Injectable } from '@nestjs/common';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { ReportingWindow } from './read-usage';

const MS_PER_DAY = 86_400_000;
/** Clocks differ; a record from further ahead was dated wrongly. */
const AHEAD_MS = 300_000;

/** Of which instants records may be reported now. */
@Injectable()
export class ReportingWindows {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueCache,
    private readonly clock: Clock,
  ) {}

  /** By the partner's contract; undefined where it has none in force. */
  async of(partner: string): Promise<ReportingWindow | undefined> {
    const now = this.clock.now();
    const catalogue = await this.database.transaction((tx) => this.catalogue.current(tx));
    const days = catalogue.lateWindowDays(partner, now);
    return days === undefined ? undefined : { earliest: now - days * MS_PER_DAY, latest: now + AHEAD_MS };
  }

  /** The operator's own people correct what is however old. */
  ofStaff(): ReportingWindow {
    return { earliest: 0, latest: this.clock.now() + AHEAD_MS };
  }
}
