import { compareBooks, type PriceBook, type PriceDifference } from '@ciyuan/core/catalogue';
import { divideHalfAway, formatScaled, parseScaled } from '@ciyuan/core/kernel';

export interface PriceChangeRow {
  readonly model: string;
  /** `factor` for a factor on all classes. */
  readonly class: string;
  readonly conditions: string;
  /** Empty where the older list has no such price; `after` likewise. */
  readonly before: string;
  readonly after: string;
  /** By how much it is dearer, to two decimals; empty where one of both is missing, or the older one is 0. */
  readonly percent: string;
}

export interface PriceChanges {
  readonly rows: readonly PriceChangeRow[];
  readonly added: number;
  readonly dropped: number;
  readonly dearer: number;
  readonly cheaper: number;
}

const PRICE_PLACES = 9;
const PERCENT_PLACES = 2;

/** What became of each price between two lists that were read into books with the same dates. */
export function priceChanges(older: PriceBook, newer: PriceBook): PriceChanges {
  const differences = compareBooks(older, newer).filter(({ what }) => what !== 'book');
  const count = (is: (difference: PriceDifference) => boolean): number => differences.filter(is).length;
  return {
    rows: differences.map(rowOf),
    added: count(({ before }) => before === null),
    dropped: count(({ after }) => after === null),
    dearer: count((one) => rise(one) > 0n),
    cheaper: count((one) => rise(one) < 0n),
  };
}

const scaled = (price: string): bigint => parseScaled(price, PRICE_PLACES);

const rise = ({ before, after }: PriceDifference): bigint =>
  before === null || after === null ? 0n : scaled(after) - scaled(before);

function rowOf(difference: PriceDifference): PriceChangeRow {
  const { what, model, conditions, before, after } = difference;
  return {
    model,
    class: what === 'factor' ? 'factor' : difference.class,
    conditions,
    before: before ?? '',
    after: after ?? '',
    percent: percentOf(difference),
  };
}

function percentOf(difference: PriceDifference): string {
  const { before, after } = difference;
  if (before === null || after === null || scaled(before) === 0n) return '';
  const percent = divideHalfAway(rise(difference) * 100n * 10n ** BigInt(PERCENT_PLACES), scaled(before));
  return formatScaled(percent, PERCENT_PLACES);
}
