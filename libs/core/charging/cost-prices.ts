import { convert } from '../catalogue';
import type { Ratio } from '../kernel';
import { rateLines, type RatedLine } from '../rating';
import { COUNTERS, type Counts, type UsageRecord } from '../usage';
import type { ChargingCatalogue } from './catalogue-view';

const COUNTER_COUNT = COUNTERS.length;

/** What a party's own book asks for each counter of a record; covered tokens cost as much as others. */
export type CostPrices =
  | { readonly ok: true; readonly picoPerUnit: readonly bigint[] }
  | { readonly ok: false; readonly detail: string };

/** The same, line by line, with the version of the book; null where none is in force. */
export type RatedCosts =
  | { readonly ok: true; readonly versionId: number; readonly lines: readonly RatedLine[] }
  | { readonly ok: false; readonly versionId: number | null; readonly detail: string };

export function costPrices(
  party: string,
  record: UsageRecord,
  catalogue: ChargingCatalogue,
  currency: string,
): CostPrices {
  const rated = rateCosts(party, record, catalogue, currency);
  if (!rated.ok) return { ok: false, detail: rated.detail };
  const picoPerUnit = new Array<bigint>(COUNTER_COUNT).fill(0n);
  for (const line of rated.lines) picoPerUnit[line.counter] = line.picoPerUnit;
  return { ok: true, picoPerUnit };
}

/**
 * What a party asks for a record, in the currency that the record is charged in. Each price of a book in another
 * currency is converted first, at the rate in force at the record's instant, to whole pico-units of a token (six
 * decimals of a million) or of a unit, half away from zero: so that parts of a record cost what the whole costs.
 * Without a rate the cost is not known.
 */
export function rateCosts(
  party: string,
  record: UsageRecord,
  catalogue: ChargingCatalogue,
  currency: string,
): RatedCosts {
  const book = catalogue.costsOf(party, record.at);
  if (book === undefined) return { ok: false, versionId: null, detail: 'no cost book in force' };
  const { versionId, prices } = book;
  const rated = rateLines(prices, record, record.counts);
  if (!rated.ok) return { ok: false, versionId, detail: `no cost price for ${COUNTERS[rated.unpriced]}` };
  if (prices.currency === currency) return { ok: true, versionId, lines: rated.lines };
  const rate = catalogue.rateAt({ base: prices.currency, quote: currency }, record.at);
  if (rate === undefined)
    return { ok: false, versionId, detail: `no rate of ${prices.currency} in ${currency}` };
  return { ok: true, versionId, lines: rated.lines.map((line) => converted(line, rate)) };
}

function converted(line: RatedLine, rate: Ratio): RatedLine {
  const picoPerUnit = convert(line.picoPerUnit, rate);
  return { ...line, picoPerUnit, amount: BigInt(line.quantity) * picoPerUnit };
}

/** What the party asks for `counts`, a part of the record; nothing where its price is not known. */
export function costOf(prices: CostPrices, counts: Counts): bigint {
  if (!prices.ok) return 0n;
  let cost = 0n;
  for (let i = 0; i < COUNTER_COUNT; i++) {
    const count = counts[i] as number;
    if (count !== 0) cost += BigInt(count) * (prices.picoPerUnit[i] as bigint);
  }
  return cost;
}
