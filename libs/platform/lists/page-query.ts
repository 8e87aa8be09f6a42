import { Refused } from '@ciyuan/platform/http';
import { z } from 'zod';
import { readCursor } from './cursor';
import { sortsOf, type ListOrder, type Sort } from './list-order';
import type { PlaceInList } from './ordered';

export const MAXIMUM_PAGE = 1_000;
const LONGEST_CURSOR = 2_000;

const USUAL_PAGE = 100;

/** How long a page is where nothing is asked, and how long it may be. */
export interface PageLengths {
  readonly usual?: number;
  readonly most?: number;
}

/** What the query of every sorted list may say beside its own filters. */
export const pageQuery = <Name extends string>(
  order: ListOrder<Name>,
  { usual = USUAL_PAGE, most = MAXIMUM_PAGE }: PageLengths = {},
) => ({
  limit: z.coerce.number().int().min(1).max(most).default(usual),
  /** What it is sorted by; with a minus the other way round. */
  sort: z.enum(sortsOf(order)).default(order.initial as never),
  /** What the page before gave as `next`: of the same sort, and the same filters. */
  after: z.string().min(1).max(LONGEST_CURSOR).optional(),
});

export interface AskedPage {
  readonly limit: number;
  readonly sort: string;
  readonly after?: string | undefined;
}

/** Where a query points to; refused where its cursor is of another list or sort. */
export function placeIn<Name extends string>(
  order: ListOrder<Name>,
  { limit, sort: asked, after: text }: AskedPage,
): PlaceInList<Name> {
  const sort = asked as Sort<Name>;
  if (text === undefined) return { limit, sort };
  const after = readCursor(order, sort, text);
  if (after !== undefined) return { limit, sort, after };
  const detail = 'not a cursor of this list in this order';
  throw new Refused('malformed', 'invalid_request', `after: ${detail}`, [
    { path: 'after', code: 'invalid', detail },
  ]);
}
