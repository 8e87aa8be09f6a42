import { columnsOf, type ListOrder, type Sort } from './list-order';

/** Which page of a list. */
export interface PlaceInList<Name extends string> {
  readonly sort: Sort<Name>;
  /** What the page before ended with; absent for the first. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** What a statement says to give one page, and one row more; the texts are out of the order alone. */
export interface Ordered {
  /** To be selected beside the rest. */
  readonly key: string;
  /** A condition: true of every row of the first page. */
  readonly after: string;
  readonly orderBy: string;
  readonly limit: string;
  readonly values: readonly unknown[];
}

/** `parameters` is how many the statement has before these. */
export function ordered<Name extends string>(
  order: ListOrder<Name>,
  { sort, after, limit }: PlaceInList<Name>,
  parameters: number,
): Ordered {
  const { columns, isDescending } = columnsOf(order, sort);
  const terms = columns.map(({ sql, type }) => (type === 'text' ? `(${sql}) COLLATE "C"` : `(${sql})`));
  const given = columns.map(({ type }, index) => `$${parameters + 2 + index}::${type}`);
  const direction = isDescending ? 'DESC' : 'ASC';
  const compared = `(${terms.join(', ')}) ${isDescending ? '<' : '>'} (${given.join(', ')})`;
  return {
    key: `ARRAY[${columns.map(({ sql }) => `(${sql})::text`).join(', ')}] AS sort_key`,
    after: after === undefined ? 'true' : compared,
    orderBy: terms.map((term) => `${term} ${direction}`).join(', '),
    limit: `$${parameters + 1}`,
    values: [limit + 1, ...(after ?? [])],
  };
}
