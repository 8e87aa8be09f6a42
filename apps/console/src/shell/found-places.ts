import type { View } from '@ciyuan/client';

export type Found = View<'SearchView'>['found'][number];

/** Below which address a thing of a kind opens, its code coming last. */
const PLACES: Readonly<Record<Found['kind'], string>> = {
  customer: '/customers/',
  account: '/accounts/',
  plan: '/catalogue/plan/',
  price_book: '/catalogue/price_book/',
  party: '/parties/',
  model: '/records?model=',
  invoice: '/invoices/',
  settlement_run: '/settlement-runs/',
  bill_run: '/bill-runs/',
};

export const placeOf = ({ kind, code }: Found): string => `${PLACES[kind]}${encodeURIComponent(code)}`;

/** What was found by kind, in the order in which it came. */
export function byKind(found: readonly Found[]): ReadonlyMap<Found['kind'], readonly Found[]> {
  const groups = new Map<Found['kind'], Found[]>();
  for (const one of found) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return groups;
}
