export interface Page<T> {
  readonly items: readonly T[];
  /** The last of a page that another follows; undefined on the last page. */
  readonly continuesAfter: T | undefined;
}

/** How many to ask for, so that it shows whether another page follows. */
export const oneMoreThan = (limit: number): number => limit + 1;

/** A page of at most `limit` of what {@link oneMoreThan} `limit` was asked for. */
export function pageOf<T>(found: readonly T[], limit: number): Page<T> {
  const items = found.slice(0, limit);
  return { items, continuesAfter: found.length > limit ? items[items.length - 1] : undefined };
}
