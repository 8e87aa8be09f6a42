import type { Instant } from '@ciyuan/core/kernel';

type Filter = string | number | boolean | undefined;

/** What a statement filters by, as it takes it: null where nothing is asked, and then every row passes. */
export const filterValues = (
  filters: readonly Filter[],
  instants: readonly (Instant | undefined)[] = [],
): unknown[] => [
  ...filters.map((one) => one ?? null),
  ...instants.map((at) => (at === undefined ? null : new Date(at))),
];
