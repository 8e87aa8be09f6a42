import {
  divideHalfAway,
  isDecimal,
  monthBounds,
  parseInstant,
  dayStart,
  ratioOf,
  type Instant,
  type Ratio,
} from '../kernel';
import type { DocumentFault } from './document-fault';
import { isDate } from './is-date';

export interface CurrencyPair {
  readonly base: string;
  readonly quote: string;
}

export interface DatedRate {
  /** A local date of the document's zone, `YYYY-MM-DD`, whose midnight it is; or an instant with an offset. */
  readonly from: string;
  /** Units of `quote` for one unit of `base`; above 0, at most eight decimals. */
  readonly rate: string;
}

/** What one currency is worth in another, from date to date, as somebody published it. */
export interface ExchangeRates extends CurrencyPair {
  readonly code: string;
  /** Of the dates that it names. */
  readonly zone: string;
  /** Who published the rates, and under what name. */
  readonly source: string;
  /** In the order of their dates. */
  readonly rates: readonly DatedRate[];
}

export type RateFaultCode = 'same_currency' | 'not_a_date' | 'not_a_rate' | 'not_in_order' | 'date_twice';

const RATE_PLACES = 8;

/** A pair by its name; the other way round it is another one. */
export const pairOf = ({ base, quote }: CurrencyPair): string => `${base}/${quote}`;

/** Of a table whose zone is known: rates that are none, and dates out of their order. */
export function checkExchangeRates(table: ExchangeRates): DocumentFault<RateFaultCode>[] {
  const faults: DocumentFault<RateFaultCode>[] = [];
  if (table.base === table.quote) {
    faults.push({ path: 'quote', code: 'same_currency', detail: `${table.base} is worth itself` });
  }
  let latest = -Infinity;
  table.rates.forEach(({ from, rate }, index) => {
    const at = beginningOf(table.zone, from);
    const path = `rates.${index}.from`;
    if (!isRate(rate))
      faults.push({ path: `rates.${index}.rate`, code: 'not_a_rate', detail: `${rate}: above 0` });
    if (at === undefined) faults.push({ path, code: 'not_a_date', detail: `${from}: such as 2026-08-01` });
    else if (at === latest) faults.push({ path, code: 'date_twice', detail: from });
    else if (at < latest)
      faults.push({ path, code: 'not_in_order', detail: `${from} is before the rate above it` });
    latest = Math.max(latest, at ?? latest);
  });
  return faults;
}

const isRate = (rate: string): boolean => isDecimal(rate, RATE_PLACES) && /^[^-]*[1-9]/.test(rate);

function beginningOf(zone: string, from: string): Instant | undefined {
  if (!isDate(from)) return parseInstant(from);
  return dayStart(zone, monthBounds(zone, from.slice(0, 7)).start, Number(from.slice(8)) - 1);
}

/** A table read once. */
export interface CompiledRates {
  /** The latest that began at or before the instant; undefined before the first. */
  rateAt(at: Instant): Ratio | undefined;
}

/** Throws on a table that cannot be read; it is checked when it is saved, with the place of each fault. */
export function compileExchangeRates({ zone, rates }: Pick<ExchangeRates, 'zone' | 'rates'>): CompiledRates {
  const dated = rates.map(({ from, rate }) => {
    const at = beginningOf(zone, from);
    if (at === undefined || !isRate(rate)) throw new RangeError(`not a dated rate: ${from} ${rate}`);
    return { at, rate: ratioOf(rate) };
  });
  return {
    rateAt: (at) => dated.findLast((one) => one.at <= at)?.rate,
  };
}

/** `amount`, in whole units of any fineness, of the base currency in the same units of the other; half away from zero. */
export const convert = (amount: bigint, rate: Ratio): bigint => divideHalfAway(amount * rate.n, rate.d);
