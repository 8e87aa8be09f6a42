import { countsOf } from '@ciyuan/core/usage';
import { ANY_INSTANT, bookOf, costOfCall, type CallCost } from './cost-of-call';
import { compared, refusalOf } from './cross-validated';
import { importLiteLlm, type ImportedPrices } from './import-litellm';
import { entryOfPrice } from './price-sheet';
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
  readonly at?: string;
}

const OWN_SHEET = 'sheet';
const STANDARD = 'standard';

/** Checks a row whose price is an entry of the list, or can be written as one; any other is out of scope, and says why. */
export function checkRatingVector(row: RatingVector, list: ImportedPrices): RowOutcome {
  const { id } = row;
  const aside = (detail: string): RowOutcome => ({ id, outcome: 'out_of_scope', detail });
  if (row.caution === true)
    return aside('the list has no price for this service tier in this band: a book refuses it');
  if (row.at !== undefined) return aside('a price of its own hour or date, which the list does not have');
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
  const call = { at: ANY_INSTANT, model, serviceTier, dimensions, counts: countsOf(counts.value) };
  const cost = costOfCall(prices, call);
  return cost.ok ? compared(id, row.expected, cost.value) : { id, outcome: 'differs', detail: cost.refusal };
}

function sheetOf(price: RatingVector['price']): ImportedPrices | string {
  const entry = entryOfPrice(price);
  return entry.ok ? importLiteLlm({ [OWN_SHEET]: entry.value }) : entry.refusal;
}

/** The row says by how much; the list says for what. */
function dimensionsOf(
  { multipliers }: ImportedPrices,
  model: string,
  factor = '1',
): Readonly<Record<string, string>> | undefined {
  if (factor === '1') return {};
  return multipliers.find((row) => row.model === model && row.factor === factor)?.when;
}
