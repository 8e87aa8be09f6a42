/** Never null, so that everything has its place. Text is compared bytewise: the same everywhere. */
export interface SortColumn {
  /** Of a store's own: nothing that came from outside is ever part of it. */
  readonly sql: string;
  readonly type: 'text' | 'bigint' | 'timestamptz';
}

/** By what a list may be sorted. */
export interface ListOrder<Name extends string> {
  readonly columns: Readonly<Record<Name, SortColumn>>;
  /** Together unique: they decide between equals, so that no row is on two pages or on none. */
  readonly ties: readonly SortColumn[];
  readonly initial: Sort<Name>;
}

/** `-createdAt` is the latest first. */
export type Sort<Name extends string> = Name | `-${Name}`;

export const sortsOf = <Name extends string>({ columns }: ListOrder<Name>): Sort<Name>[] =>
  (Object.keys(columns) as Name[]).flatMap((name): Sort<Name>[] => [name, `-${name}`]);

/** The column of a sort with the ties behind it, and whether it goes down. */
export function columnsOf<Name extends string>(
  { columns, ties }: ListOrder<Name>,
  sort: Sort<Name>,
): { readonly columns: readonly SortColumn[]; readonly isDescending: boolean } {
  const isDescending = sort.startsWith('-');
  const first = columns[(isDescending ? sort.slice(1) : sort) as Name];
  return { columns: [first, ...ties], isDescending };
}
