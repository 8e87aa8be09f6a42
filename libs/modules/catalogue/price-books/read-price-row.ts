import { readWhen } from './price-when';
import type { PriceColumn, PriceRow, RowKind } from './price-columns';

/** Says of a column what is wrong with its cell. */
export type Blame = (column: PriceColumn, code: string, detail: string) => void;

/**
 * The part of a body that one line says, with texts as they stand: what they may be is for the schema of a book to
 * say. Only what has to be taken apart is looked at here; of that, what cannot be is blamed and left out.
 */
export function readPriceRow(kind: RowKind, row: PriceRow, blame: Blame): object {
  switch (kind) {
    case 'book':
      return {
        code: row.code,
        zone: row.zone,
        currency: row.currency,
        ...present({ party: row.party }),
      };
    case 'price':
      return entryOf(row, blame);
    case 'factor':
      return { model: row.model, when: dimensions(row, blame) ?? {}, factor: row.factor };
    case 'tier':
      return jsonOf(row.tier ?? '', blame);
  }
}

function entryOf(row: PriceRow, blame: Blame): object {
  return present({
    model: row.model,
    class: row.class,
    price: row.price,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    serviceTier: row.serviceTier,
    when: dimensions(row, blame),
    promptOver: bound(row, 'promptOver', 'promptFrom', blame),
    completionOver: bound(row, 'completionOver', 'completionFrom', blame),
    timeBand: bandOf(row, blame),
  });
}

function bandOf(row: PriceRow, blame: Blame): object | undefined {
  const band = present({
    from: row.bandFrom,
    to: row.bandTo,
    days: daysOf(row.bandDays, blame),
    holidays: row.bandHolidays,
    on: row.bandOn,
  });
  return Object.keys(band).length === 0 ? undefined : band;
}

function daysOf(text: string | undefined, blame: Blame): number[] | undefined {
  if (text === undefined) return undefined;
  const days = text.split(/[\s,]+/);
  if (days.every((day) => /^[1-7]$/.test(day))) return days.map(Number);
  blame('bandDays', 'not_weekdays', `${text}: such as 1 2 3 4 5, where Monday is 1 and Sunday 7`);
  return undefined;
}

function dimensions({ when }: PriceRow, blame: Blame): Readonly<Record<string, string>> | undefined {
  if (when === undefined) return undefined;
  const named = readWhen(when);
  if (named === undefined) blame('when', 'not_dimensions', `${when}: such as region=eu;speed=fast`);
  return named;
}

/** More than so many tokens; or from so many on, which is the bound below. */
function bound(
  row: PriceRow,
  over: 'promptOver' | 'completionOver',
  from: 'promptFrom' | 'completionFrom',
  blame: Blame,
): number | undefined {
  const [exclusive, inclusive] = [wholeOf(row, over, 0, blame), wholeOf(row, from, 1, blame)];
  if (row[over] !== undefined && row[from] !== undefined) {
    blame(from, 'two_bounds', `${over} says it already`);
  }
  return exclusive ?? (inclusive === undefined ? undefined : inclusive - 1);
}

function wholeOf(row: PriceRow, column: PriceColumn, least: number, blame: Blame): number | undefined {
  const text = row[column];
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value) && value >= least) return value;
  blame(column, 'not_a_bound', `${text}: a whole number of tokens, ${least} or more`);
  return undefined;
}

function jsonOf(text: string, blame: Blame): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  blame('tier', 'not_a_ladder', 'an object in JSON, as a book has it');
  return {};
}

const present = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
