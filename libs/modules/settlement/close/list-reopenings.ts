import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { MonthEvent } from './month-event';
import { MonthEventsStore } from './month-events.store';

/** What somebody asked to open again and nobody has opened yet, the earliest month first. */
@Injectable()
export class ListReopenings {
  constructor(
    private readonly database: Database,
    private readonly events: MonthEventsStore,
  ) {}

  async run(): Promise<MonthEvent[]> {
    const last = await this.database.transaction((tx) => this.events.lastSteps(tx));
    return last.filter(({ kind }) => kind === 'reopening_requested');
  }
}
