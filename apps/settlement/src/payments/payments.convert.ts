import { formatFen, formatInstant, formatYuan } from '@ciyuan/core/kernel';
import {
  PAYMENT_ORDER,
  type AccountDocument,
  type AllocationRefusal,
  type ListedPayment,
  type PaymentAllocated,
  type PaymentPage,
  type PaymentRecorded,
  type PaymentRefusal,
  type Receivable,
  type ReversalRefusal,
} from '@ciyuan/modules/billing';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  AccountDocumentView,
  AllocatedView,
  PaymentRecordedView,
  PaymentView,
  PaymentsQuery,
  PaymentsView,
  ReceivableView,
} from './payments.dto';

export const pageOf = ({ after, from, until, ...filters }: PaymentsQuery): PaymentPage => ({
  ...filters,
  ...placeIn(PAYMENT_ORDER, { ...filters, after }),
  from: askedInstant(from),
  until: askedInstant(until),
});

export const paymentsOf = ({ items, next }: Listed<ListedPayment>): PaymentsView => ({
  payments: items.map(paymentOf),
  next,
});

export const recordedOf = ({ payment, isNew }: PaymentRecorded): PaymentRecordedView => ({
  ...paymentOf(payment),
  isNew,
});

export const paymentOf = ({
  accountId: _own,
  amountFen,
  at,
  recordedAt,
  isReversed,
  leftFen,
  ...payment
}: ListedPayment): PaymentView => ({
  ...payment,
  amount: formatFen(amountFen),
  at: formatInstant(at),
  reversed: isReversed,
  unallocated: formatFen(leftFen),
  recordedAt: formatInstant(recordedAt),
});

export const documentOf = (one: AccountDocument): AccountDocumentView => ({
  account: one.account,
  invoice: one.document,
  kind: one.kind,
  currency: one.currency,
  issuedAt: formatInstant(one.issuedAt),
  gross: formatFen(one.grossFen),
  credited: formatFen(one.creditedFen),
  paid: formatFen(one.paidFen),
  open: formatFen(one.openFen),
  reported: one.reported,
});

export const allocatedOf = ({ allocations, leftFen }: PaymentAllocated): AllocatedView => ({
  allocations: allocations.map(({ document, amountFen }) => ({
    invoice: document,
    amount: formatFen(amountFen),
  })),
  unallocated: formatFen(leftFen),
});

export const receivableOf = ({
  account,
  balances,
  documents,
  unallocatedFen,
}: Receivable): ReceivableView => ({
  account,
  invoices: documents.map(documentOf),
  unallocated: formatFen(unallocatedFen),
  balances: balances.map(({ currency, owed, causes }) => ({
    currency,
    owed: formatYuan(owed),
    causes: causes.map(({ cause, amount }) => ({ cause, amount: formatYuan(amount) })),
  })),
});

type Refusal = AllocationRefusal | PaymentRefusal | ReversalRefusal;

const TOLD: Readonly<Record<Refusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'There is no account of this code.'],
  not_found: ['not_found', 'The account has no payment of this number.'],
  wrong_currency: ['unprocessable', 'currency: the account is in another one.'],
  in_the_future: ['unprocessable', 'That instant is still to come.'],
  reference_used: ['conflict', 'reference: another payment has it.'],
  already_reversed: ['conflict', 'The payment was taken back before.'],
  nothing_to_allocate: ['conflict', 'All of it is put to invoices, or nothing is open.'],
  before_it_came: ['unprocessable', 'at: the payment came later.'],
};

export function refusedPayment({ code }: Refusal): Refused {
  const [kind, detail] = TOLD[code];
  return new Refused(kind, code === 'not_found' ? 'unknown_payment' : code, detail);
}
