import { formatYuan } from '@ciyuan/core/kernel';
import { writeCsv } from '@ciyuan/platform/csv';
import type { RollForward, RollForwardLine } from './deferred-revenue';

const COLUMNS = [
  'row',
  'month',
  'currency',
  'plan',
  'opening',
  'sold',
  'stated',
  'received',
  'given',
  'recognised',
  'breakage',
  'closing',
] as const;

/** A line for each plan; for each currency a `control` row with their sums, and a `ledger` row with what journals have. */
export function deferredRevenueCsv({ month, lines, totals, reconciliation }: RollForward): Uint8Array {
  const ledgers = totals.map(({ currency }) => {
    const own = reconciliation.filter((one) => one.currency === currency);
    const booked = (figure: string): string =>
      formatYuan(own.find((one) => one.figure === figure)?.ledger ?? 0n);
    return {
      ...{ row: 'ledger', month, currency, plan: '', received: '', given: '' },
      ...{ opening: booked('opening'), sold: booked('sold'), stated: booked('stated') },
      ...{ recognised: booked('recognised'), breakage: booked('broken'), closing: booked('closing') },
    };
  });
  const controls = totals.map((line) => rowOf('control', month, line));
  return writeCsv(COLUMNS, [...lines.map((line) => rowOf('line', month, line)), ...controls, ...ledgers]);
}

const rowOf = (row: string, month: string, line: RollForwardLine) => ({
  row,
  month,
  currency: line.currency,
  plan: line.plan ?? '',
  opening: formatYuan(line.opening),
  sold: formatYuan(line.sold),
  stated: formatYuan(line.stated),
  received: formatYuan(line.received),
  given: formatYuan(line.given),
  recognised: formatYuan(line.recognised),
  breakage: formatYuan(line.broken),
  closing: formatYuan(line.closing),
});
