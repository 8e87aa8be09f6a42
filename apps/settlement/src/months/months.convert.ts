import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { CheckedItem, DatedStep } from '@ciyuan/core/settlement';
import type { ListedMonth, MonthDetails, MonthEvent } from '@ciyuan/modules/settlement';
import type { EventView, ItemView, MonthDetailsView, MonthView, StepView } from './months.dto';

export const monthOf = ({ month, state, runId, steps }: ListedMonth): MonthView => ({
  month,
  state,
  runId,
  stepsDone: steps.filter(({ doneAt }) => doneAt !== null).length,
  stepsLate: steps.filter(({ late }) => late).length,
  steps: steps.map(stepOf),
});

export const detailsOf = (month: MonthDetails): MonthDetailsView => ({
  ...monthOf(month),
  checklist: month.checklist.map(itemOf),
  waivers: month.waivers.map((one) => ({ ...one, at: formatInstant(one.at) })),
  events: month.events.map(eventOf),
});

export const itemOf = ({ code, state, count, example, waivable, lookAt, toDo }: CheckedItem): ItemView => ({
  code,
  state,
  count,
  example,
  waivable,
  lookAt,
  toDo,
});

export const eventOf = (event: MonthEvent): EventView => ({
  number: event.number,
  kind: event.kind,
  at: formatInstant(event.at),
  by: event.by,
  reason: event.reason,
  item: event.item,
  seen: event.seen,
  refersTo: event.refersTo,
  askedBy: event.askedBy,
  waived: event.waived,
  runId: event.runId,
});

const stepOf = (step: DatedStep): StepView => ({
  ...step,
  due: instantOrNull(step.due),
  doneAt: instantOrNull(step.doneAt),
});

const instantOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant);
