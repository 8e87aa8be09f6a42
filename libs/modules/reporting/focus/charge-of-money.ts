import { dayStart, fenToPico } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { BookedMoney, MoneyKind } from './booked-money.store';
import { NO_AMOUNTS, PLAIN_KEY, type FocusCharge } from './focus-charge';

interface Told {
  readonly category: 'Credit' | 'Adjustment';
  readonly title: string;
  /** Of what the customer owes, and of what is earned. */
  readonly owed: bigint;
  readonly earned: bigint;
}

const TOLD: Readonly<Record<MoneyKind, Told>> = {
  goodwill: { category: 'Credit', title: 'Goodwill credit', owed: -1n, earned: -1n },
  manual_credit: { category: 'Credit', title: 'Credit', owed: -1n, earned: -1n },
  credit_note: { category: 'Credit', title: 'Credit note', owed: -1n, earned: -1n },
  manual_debit: { category: 'Adjustment', title: 'Debit', owed: 1n, earned: 1n },
  // Money that goes back takes up a credit that stands in a row of its own: nothing is earned or lost by it.
  refund: { category: 'Adjustment', title: 'Refund', owed: 1n, earned: 0n },
  // What was earned stays earned; it is not collected.
  write_off: { category: 'Adjustment', title: 'Write-off', owed: -1n, earned: 0n },
};

/** What was credited, debited or paid back, as one charge of the day. Throws where its journal says otherwise: a bug. */
export function chargeOfMoney({ kind, number, ...money }: BookedMoney): FocusCharge {
  const { category, title, owed, earned } = TOLD[kind];
  const billed = fenToPico(owed * money.grossFen);
  const effectiveLedger = fenToPico(earned * money.netFen);
  const description = kind === 'credit_note' ? `${title} ${number}` : `${title} #${number}`;
  if (billed !== money.receivable || effectiveLedger !== money.revenue)
    throw new Error(`${description} and its journal differ`);
  return {
    ...PLAIN_KEY,
    ...NO_AMOUNTS,
    category,
    frequency: 'One-Time',
    description,
    periodStart: dayStart(OPERATOR_ZONE, money.at),
    periodEnd: dayStart(OPERATOR_ZONE, money.at, 1),
    currency: money.currency,
    plan: null,
    priceId: '',
    invoice: kind === 'credit_note' ? number : null,
    billed,
    effective: fenToPico(earned * money.grossFen),
    effectiveLedger,
  };
}
