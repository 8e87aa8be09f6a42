import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { AdjustmentEventsStore } from './adjustments/adjustment-events.store';
import { AdjustmentsStore } from './adjustments/adjustments.store';
import { ApproveAdjustment } from './adjustments/approve-adjustment';
import { FindLimits } from './adjustments/find-limits';
import { ListAdjustments } from './adjustments/list-adjustments';
import { LockAdjustment } from './adjustments/lock-adjustment';
import { PostAdjustment } from './adjustments/post-adjustment';
import { ReadAdjustment } from './adjustments/read-adjustment';
import { RejectAdjustment } from './adjustments/reject-adjustment';
import { RequestAdjustment } from './adjustments/request-adjustment';
import { TakeSignature } from './adjustments/take-signature';
import { WithdrawAdjustment } from './adjustments/withdraw-adjustment';
import { LockAccount } from './lock-account';
import { BookPayment } from './payments/book-payment';
import { ListPayments } from './payments/list-payments';
import { PaymentsStore } from './payments/payments.store';
import { ReadReceivable } from './payments/read-receivable';
import { ReceivableStore } from './payments/receivable.store';
import { ReceivePayment } from './payments/receive-payment';
import { ReversePayment } from './payments/reverse-payment';
import { TryChange } from './try-change';

/** What is credited, debited or paid back by hand. */
const ADJUSTMENTS = [
  ApproveAdjustment,
  ListAdjustments,
  ReadAdjustment,
  RejectAdjustment,
  RequestAdjustment,
  WithdrawAdjustment,
];
/** What customers paid, and what they owe. */
const PAYMENTS = [ListPayments, ReadReceivable, ReceivePayment, ReversePayment];
const OF_MONEY = [
  AdjustmentEventsStore,
  AdjustmentsStore,
  BookPayment,
  FindLimits,
  LockAccount,
  LockAdjustment,
  PaymentsStore,
  PostAdjustment,
  ReceivableStore,
  TakeSignature,
  TryChange,
];

/** What customers owe and pay. */
@Module({
  imports: [CatalogueModule, LedgerModule, PartiesModule],
  providers: [...ADJUSTMENTS, ...PAYMENTS, ...OF_MONEY],
  exports: [...ADJUSTMENTS, ...PAYMENTS],
})
export class BillingModule {}
