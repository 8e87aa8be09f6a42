import { ApproveReopening } from './approve-reopening';
import { CheckMonth } from './check-month';
import { CloseFindingsReader } from './close-findings-reader';
import { DateSteps } from './date-steps';
import { FreezeChecked } from './freeze-checked';
import { FreezeMonth } from './freeze-month';
import { ListMonths } from './list-months';
import { ListReopenings } from './list-reopenings';
import { MonthBooksStore } from './month-books.store';
import { MonthEventsStore } from './month-events.store';
import { MonthsStore } from './months.store';
import { ReadMonth } from './read-month';
import { RequestReopening } from './request-reopening';
import { TakeMonthStep } from './take-month-step';
import { WaiveItem } from './waive-item';
import { WaitingWorkReader } from './waiting-work-reader';
import { WithdrawWaiver } from './withdraw-waiver';

/** What happens to a month until it is closed. */
export const CLOSE = [
  ApproveReopening,
  FreezeMonth,
  ListMonths,
  ListReopenings,
  ReadMonth,
  RequestReopening,
  WaiveItem,
  WithdrawWaiver,
];

/** What these need. */
export const OF_CLOSE = [
  CheckMonth,
  CloseFindingsReader,
  DateSteps,
  FreezeChecked,
  MonthBooksStore,
  MonthEventsStore,
  MonthsStore,
  TakeMonthStep,
  WaitingWorkReader,
];
