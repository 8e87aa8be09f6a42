import { formatFen, formatInstant, formatYuan } from '@ciyuan/core/kernel';
import {
  PAYMENT_ORDER,
  type ListedPayment,
  type PaymentPage,
  type PaymentRecorded,
  type PaymentRefusal,
  type Receivable,
  type ReversalRefusal,
} from '@ciyuan/modules/billing';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
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
  ...payment
}: ListedPayment): PaymentView => ({
  ...payment,
  amount: formatFen(amountFen),
  at: formatInstant(at),
  reversed: isReversed,
  recordedAt: formatInstant(recordedAt),
});

export const receivableOf = ({ account, balances }: Receivable): ReceivableView => ({
  account,
  balances: balances.map(({ currency, owed, causes }) => ({
    currency,
    owed: formatYuan(owed),
    causes: causes.map(({ cause, amount }) => ({ cause, amount: formatYuan(amount) })),
  })),
});

type Refusal = PaymentRefusal | ReversalRefusal;

const TOLD: Readonly<Record<Refusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'There is no account of this code.'],
  not_found: ['not_found', 'The account has no payment of this number.'],
  wrong_currency: ['unprocessable', 'currency: the account is in another one.'],
  in_the_future: ['unprocessable', 'That instant is still to come.'],
  reference_used: ['conflict', 'reference: another payment has it.'],
  already_reversed: ['conflict', 'The payment was taken back before.'],
  before_it_came: ['unprocessable', 'at: the payment came later.'],
};

export function refusedPayment({ code }: Refusal): Refused {
  const [kind, detail] = TOLD[code];
  return new Refused(kind, code === 'not_found' ? 'unknown_payment' : code, detail);
}
