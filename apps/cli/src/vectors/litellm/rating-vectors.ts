import type { PriceEntry } from '@ciyuan/core/catalogue';
import { countsOf } from '@ciyuan/core/usage';
import { ANY_INSTANT, bookOf, costOfCall, type CallCost } from './cost-of-call';
import { compared, refusalOf } from './cross-validated';
import { EVER, importLiteLlm, type ImportedPrices } from './import-litellm';
import { timedPrices } from './own-hours';
import { entryOfPrice, searchPrice } from './price-sheet';
import type { RowOutcome } from './row-outcome';
import { disjointUsage } from './sheet-usage';

/** A price, a usage in whole totals with their parts beside them, and the cost. */
export interface RatingVector {
  readonly id: string;
  readonly price: Readonly<Record<string, unknown>>;
  readonly usage: Readonly<Record<string, unknown>>;
  readonly expected: Partial<CallCost>;
  readonly service_tier?: string | null;
  readonly multiplier?: string;
  readonly caution?: boolean;
  readonly at?: string | null;
}

const OWN_SHEET = 'sheet';
const STANDARD = 'standard';

/** Checks a row whose price is an entry of the list, or can be written as one; any other is out of scope, and says why. */
export function checkRatingVector(row: RatingVector, list: ImportedPrices): RowOutcome {
  const { id } = row;
  const aside = (detail: string): RowOutcome => ({ id, outcome: 'out_of_scope', detail });
  if (row.caution === true)
    return aside('the list has no price for this service tier in this band: a book refuses it');
  const named = row.price['book_entry'];
  const isListed = typeof named === 'string' && ('entry' in row.price || !('input' in row.price));
  const model = isListed ? named : OWN_SHEET;
  const sheet = isListed ? list : sheetOf(row.price);
  if (typeof sheet === 'string') return aside(sheet);
  const prices = bookOf(sheet, model);
  if (prices === undefined) return aside(`refused: ${refusalOf(sheet, model)}`);
  const counts = disjointUsage(row.usage, 'entry' in row.price ? 'beside' : 'within');
  if (!counts.ok) return aside(counts.refusal);
  const dimensions = dimensionsOf(sheet, model, row.multiplier);
  if (dimensions === undefined) return aside(`the list has no factor ${row.multiplier} for ${model}`);
  const serviceTier = row.service_tier ?? STANDARD;
  const at = typeof row.at === 'string' ? Date.parse(row.at) : ANY_INSTANT;
  const call = { at, model, serviceTier, dimensions, counts: countsOf(counts.value) };
  const cost = costOfCall(prices, call);
  return cost.ok ? compared(id, row.expected, cost.value) : { id, outcome: 'differs', detail: cost.refusal };
}

/** What holds at other hours or from another day on is an entry of its own, beside those that hold always. */
function sheetOf(price: RatingVector['price']): ImportedPrices | string {
  const search = searchPrice(price);
  if (search !== undefined) return search.ok ? sheetWith([searchEntry(search.value)]) : search.refusal;
  const timed = timedPrices(price);
  if (!timed.ok) return timed.refusal;
  const entries: PriceEntry[] = [];
  for (const { price: part, holds } of timed.value) {
    const entry = entryOfPrice(part);
    if (!entry.ok) return entry.refusal;
    const imported = importLiteLlm({ [OWN_SHEET]: entry.value });
    if (imported.refused.length > 0) return `refused: ${refusalOf(imported, OWN_SHEET)}`;
    entries.push(...(imported.entries.get(OWN_SHEET) ?? []).map((one) => ({ ...one, ...holds })));
  }
  return sheetWith(entries);
}

const sheetWith = (entries: readonly PriceEntry[]): ImportedPrices => ({
  entries: new Map([[OWN_SHEET, entries]]),
  multipliers: [],
  refused: [],
});

const searchEntry = (price: string): PriceEntry => ({
  model: OWN_SHEET,
  class: 'tool_calls',
  price,
  effectiveFrom: EVER,
});

/** The row says by how much; the list says for what. */
function dimensionsOf(
  { multipliers }: ImportedPrices,
  model: string,
  factor = '1',
): Readonly<Record<string, string>> | undefined {
  if (factor === '1') return {};
  return multipliers.find((row) => row.model === model && row.factor === factor)?.when;
}
