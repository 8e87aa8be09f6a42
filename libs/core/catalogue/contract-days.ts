import { OPERATOR_ZONE, dayStart, monthAfter, monthBounds, type Instant, type Period } from '../kernel';
import type { PartnerContract, PurchaseCommitment } from './partner-contract';

type Validity = PartnerContract['validity'];

const MONTH_LENGTH = 'YYYY-MM'.length;

/** The days of a contract as instants: from the first one's local midnight to the one that ends the last. */
export const validityPeriod = (validity: Validity): Period => ({
  start: validity === undefined ? -Infinity : midnight(validity.from, 0),
  end: validity?.until === undefined ? Infinity : midnight(validity.until, 1),
});

/** Whether what is agreed by the month holds in this one: a month of which the contract has a day counts whole. */
export const coversMonth = (validity: Validity, month: string): boolean =>
  validity === undefined ||
  (monthPart(validity.from) <= month && month <= monthPart(validity.until ?? month));

/** The month, `YYYY-MM`, that ends the period of the promise. */
export const lastPurchaseMonth = ({ from, months }: PurchaseCommitment): string =>
  monthAfter(from, months - 1);

export const monthPart = (day: string): string => day.slice(0, MONTH_LENGTH);

/** Local midnight that begins `day`, or the day that is `later` days after it. */
function midnight(day: string, later: number): Instant {
  const { start } = monthBounds(OPERATOR_ZONE, monthPart(day));
  return dayStart(OPERATOR_ZONE, start, Number(day.slice(MONTH_LENGTH + 1)) - 1 + later);
}
