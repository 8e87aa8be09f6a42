import type { Listed } from './listed';
import type { ListOrder, Sort } from './list-order';
import type { PlaceInList } from './ordered';
import { placeIn } from './page-query';

/** Where and how a whole list is walked. */
export interface Walk<Name extends string> {
  readonly order: ListOrder<Name>;
  /** The list's own where nothing is said. */
  readonly sort?: Sort<Name>;
  /** Of a page. */
  readonly limit: number;
}

/** Page after page of a list, to its end; each is read when it is taken. */
export async function* pagesOf<Name extends string, T>(
  { order, sort = order.initial, limit }: Walk<Name>,
  pageAt: (place: PlaceInList<Name>) => Promise<Listed<T> | undefined>,
): AsyncGenerator<readonly T[]> {
  for (let after: string | undefined, isLast = false; !isLast; ) {
    const page = await pageAt(placeIn(order, { limit, sort, after }));
    if (page === undefined) return;
    yield page.items;
    isLast = page.next === null;
    after = page.next ?? undefined;
  }
}

/** All of a list, where that is known to be little enough to hold. */
export async function everyItem<Name extends string, T>(
  walk: Walk<Name>,
  pageAt: (place: PlaceInList<Name>) => Promise<Listed<T> | undefined>,
): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pagesOf(walk, pageAt)) items.push(...page);
  return items;
}
