import { ApprovePayment } from './approve-payment';
import { ConfirmStatement } from './confirm-statement';
import { ConfirmUnanswered } from './confirm-unanswered';
import { FindUnanswered } from './find-unanswered';
import { LockPayout } from './lock-payout';
import { LockStatement } from './lock-statement';
import { PayoutPostingsStore } from './payout-postings.store';
import { PostPayout } from './post-payout';
import { ReadStatementLife } from './read-statement-life';
import { RecordInvoice } from './record-invoice';
import { RecordPayment } from './record-payment';
import { StatementEventsStore } from './statement-events.store';
import { TakeStep } from './take-step';
import { TryStep } from './try-step';

/** What becomes of a statement after it was issued. */
export const LIFE = [
  ApprovePayment,
  ConfirmStatement,
  ConfirmUnanswered,
  FindUnanswered,
  ReadStatementLife,
  RecordInvoice,
  RecordPayment,
];

/** What these need. */
export const OF_LIFE = [
  LockPayout,
  LockStatement,
  PayoutPostingsStore,
  PostPayout,
  StatementEventsStore,
  TakeStep,
  TryStep,
];
