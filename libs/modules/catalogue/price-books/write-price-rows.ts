import type { PriceBook, PriceEntry, PriceMultiplier, TierRow } from '@ciyuan/core/catalogue';
import type { CostBook } from '@ciyuan/core/charging';
import type { PriceRow } from './price-columns';
import { writeWhen } from './price-when';

/** A book as lines of text, in its own order: read again they are the same book. */
export const priceRowsOf = (book: PriceBook | CostBook): PriceRow[] => [
  {
    row: 'book',
    code: book.code,
    zone: book.zone,
    currency: book.currency,
    ...('party' in book && { party: book.party }),
  },
  ...book.entries.map(rowOfEntry),
  ...book.multipliers.map(rowOfMultiplier),
  ...book.tiers.map(rowOfTier),
];

function rowOfEntry({ when, promptOver, completionOver, timeBand, ...texts }: PriceEntry): PriceRow {
  return {
    row: 'price',
    ...texts,
    ...(when !== undefined && { when: writeWhen(when) }),
    ...(promptOver !== undefined && { promptOver: String(promptOver) }),
    ...(completionOver !== undefined && { completionOver: String(completionOver) }),
    ...(timeBand !== undefined && bandCells(timeBand)),
  };
}

const bandCells = ({ from, to, days, holidays, on }: NonNullable<PriceEntry['timeBand']>): PriceRow => ({
  bandFrom: from,
  bandTo: to,
  ...(days !== undefined && { bandDays: days.join(' ') }),
  ...(holidays !== undefined && { bandHolidays: holidays }),
  ...(on !== undefined && { bandOn: on }),
});

const rowOfMultiplier = ({ model, when, factor }: PriceMultiplier): PriceRow => ({
  row: 'factor',
  model,
  when: writeWhen(when),
  factor,
});

/** A ladder is a tree, and stands in one cell as JSON. */
const rowOfTier = (tier: TierRow): PriceRow => ({ row: 'tier', tier: JSON.stringify(tier) });
