import { Injectable } from '@nestjs/common';
import { AccountingMonthsStore, type MonthState } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { MonthEvent, MonthEventKind, MonthStep } from './month-event';
import { MonthEventsStore } from './month-events.store';

/** Of the steps that move a month. */
const STATES: Readonly<Partial<Record<MonthEventKind, MonthState>>> = {
  frozen: 'frozen',
  reopened: 'open',
  closed: 'closed',
};

/**
 * Tells of a step of a month that is locked who, when and what; where it moves the month, how much was booked in it by
 * then, too.
 */
@Injectable()
export class TakeMonthStep {
  constructor(
    private readonly months: AccountingMonthsStore,
    private readonly events: MonthEventsStore,
  ) {}

  async run(tx: Tx, month: string, step: Omit<MonthStep, 'lines'>): Promise<MonthEvent> {
    const moved = STATES[step.kind];
    const lines = moved === undefined ? null : await this.events.linesIn(tx, month);
    const event = await this.events.add(tx, month, { ...step, lines });
    const state = moved ?? (await this.months.state(tx, month));
    await this.months.note(tx, month, { state, events: event.number, at: event.at });
    return event;
  }
}
