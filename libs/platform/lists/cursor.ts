import { z } from 'zod';
import { columnsOf, type ListOrder, type Sort, type SortColumn } from './list-order';

const LONGEST_VALUE = 300;
const cursor = z.strictObject({ sort: z.string(), values: z.array(z.string().max(LONGEST_VALUE)) });

/** What a value of each type looks like as the database writes it. */
const FORMS: Readonly<Record<SortColumn['type'], RegExp>> = {
  text: /^[^\0]*$/,
  bigint: /^-?\d{1,18}$/,
  timestamptz: /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}|infinity)$/,
};

/** Where a page ended: nobody but the list itself reads it. */
export const cursorText = (sort: string, values: readonly string[]): string =>
  Buffer.from(JSON.stringify({ sort, values }), 'utf8').toString('base64url');

/** The values that a page of this order and sort ended with; undefined of everything else. */
export function readCursor<Name extends string>(
  order: ListOrder<Name>,
  sort: Sort<Name>,
  text: string,
): readonly string[] | undefined {
  const read = cursor.safeParse(jsonOf(Buffer.from(text, 'base64url').toString('utf8')));
  if (!read.success || read.data.sort !== sort) return undefined;
  const { columns } = columnsOf(order, sort);
  const { values } = read.data;
  const fits = columns.every(({ type }, index) => FORMS[type].test(values[index] ?? '\0'));
  return fits && values.length === columns.length ? values : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
