import { formatYuan } from '@ciyuan/core/kernel';
import {
  breakageText,
  marginState,
  marginText,
  type BreakageReport,
  type MarginReport,
} from '@ciyuan/modules/reporting';
import type { PreviewRefusal } from '@ciyuan/modules/settlement';
import { Refused } from '@ciyuan/platform/http';
import type { BreakageView, MarginView } from './reports.dto';

export const marginOf = ({ from, until, by, months, totals }: MarginReport): MarginView => ({
  from,
  until,
  by,
  months: months.map((one) => ({
    month: one.month,
    currency: one.currency,
    state: marginState(one),
    rows: one.rows.map(({ lineKind, values, figures }) => ({
      lineKind,
      values: Object.fromEntries(by.map((name, index) => [name, values[index] ?? null])),
      figures: marginText(figures),
    })),
    total: marginText(one.total),
    ledger: one.ledger && {
      operatorRevenue: formatYuan(one.ledger.operatorRevenue),
      partnerPayable: formatYuan(one.ledger.partnerPayable),
      reconciled: one.isReconciled === true,
    },
  })),
  totals: totals.map(({ currency, figures }) => ({ currency, figures: marginText(figures) })),
});

export const breakageOf = ({ from, until, months, totals }: BreakageReport): BreakageView => ({
  from,
  until,
  months: months.map(({ month, currency, rows, total, ledgerNet, isReconciled }) => ({
    month,
    currency,
    rows: rows.map((row) => ({ plan: row.plan, figures: breakageText(row) })),
    total: breakageText(total),
    ledger: { breakageNet: formatYuan(ledgerNet), reconciled: isReconciled },
  })),
  totals: totals.map(({ currency, figures }) => ({ currency, figures: breakageText(figures) })),
});

export function refusedMargin(refusal: PreviewRefusal): Refused {
  switch (refusal.code) {
    case 'no_operator':
      return new Refused(
        'conflict',
        refusal.code,
        'A settlement needs exactly one party that is the operator.',
      );
    case 'unknown_party':
      return new Refused('conflict', refusal.code, `There is no party ${refusal.party}.`);
    case 'no_exchange_rate':
      return new Refused(
        'conflict',
        refusal.code,
        `What one ${refusal.base} is worth in ${refusal.quote} is published for no instant of the month's end.`,
      );
  }
}
