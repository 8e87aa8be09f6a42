import { rateLines } from '../rating';
import { COUNTERS, type Counts, type UsageRecord } from '../usage';
import type { ChargingCatalogue } from './catalogue-view';

const COUNTER_COUNT = COUNTERS.length;

/** What a party's own book asks for each counter of a record; covered tokens cost as much as others. */
export type CostPrices =
  | { readonly ok: true; readonly picoPerUnit: readonly bigint[] }
  | { readonly ok: false; readonly detail: string };

export function costPrices(party: string, record: UsageRecord, catalogue: ChargingCatalogue): CostPrices {
  const book = catalogue.costsOf(party, record.at);
  if (book === undefined) return { ok: false, detail: 'no cost book in force' };
  const rated = rateLines(book.prices, record, record.counts);
  if (!rated.ok) return { ok: false, detail: `no cost price for ${COUNTERS[rated.unpriced]}` };
  const picoPerUnit = new Array<bigint>(COUNTER_COUNT).fill(0n);
  for (const line of rated.lines) picoPerUnit[line.counter] = line.picoPerUnit;
  return { ok: true, picoPerUnit };
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
