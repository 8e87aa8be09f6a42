import { AccountingMonthsStore, type MonthState } from '@ciyuan/modules/ledger';
import { Database, type Tx } from '@ciyuan/platform/database';
import { MonthEventsStore } from '../../libs/modules/settlement/close/month-events.store';
import { NOTHING_MORE, type MonthStep } from '../../libs/modules/settlement/close/month-event';
import { TakeMonthStep } from '../../libs/modules/settlement/close/take-month-step';
import type { Engine } from './engine';

/** What brings an open month into a state. */
const STEPS: Readonly<Record<MonthState, readonly MonthStep['kind'][]>> = {
  open: ['frozen', 'reopening_requested', 'reopened'],
  frozen: ['frozen'],
  closed: ['frozen', 'closed'],
};

/** Brings an open month into a state without asking whether it may be, as its events tell it. */
export const moveMonth = (engine: Engine, month: string, state: MonthState): Promise<void> =>
  engine.get(Database).transaction((tx) => moveMonthIn(tx, engine, month, state));

export async function moveMonthIn(tx: Tx, engine: Engine, month: string, state: MonthState): Promise<void> {
  const takeMonthStep = new TakeMonthStep(engine.get(AccountingMonthsStore), new MonthEventsStore());
  for (const kind of STEPS[state]) {
    const told = { ...NOTHING_MORE, kind, at: engine.clock.now(), by: 'finance' };
    await takeMonthStep.run(tx, month, {
      ...told,
      ...(kind === 'frozen' && { waived: {} }),
      ...(kind === 'reopening_requested' && { reason: 'asked for', by: 'maker' }),
      ...(kind === 'reopened' && { refersTo: 2, askedBy: 'maker' }),
    });
  }
}
