import { SUSPENSE_ORDER } from '@ciyuan/modules/usage';
import { MAXIMUM_PAGE, instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const key = z.string().regex(/^[\x20-\x7e]{1,300}$/, 'the key of a suspense entry');

export const suspenseQuerySchema = z.strictObject({
  ...pageQuery(SUSPENSE_ORDER),
  reason: z.string().max(64).optional(),
  detail: z.string().max(1_000).optional().meta({ description: 'To the letter: with the reason, a cause' }),
  account: z.string().min(1).max(128).optional().meta({ description: 'As the record names it' }),
  partner: z.string().min(1).max(63).optional(),
  from: instantFilter.meta({ description: 'Of usage then or later' }),
  until: instantFilter.meta({ description: 'Of usage before then' }),
  openedFrom: instantFilter,
  /** Exclusive. */
  openedUntil: instantFilter,
});
export type SuspenseQuery = z.infer<typeof suspenseQuerySchema>;

export const recycleSchema = z.strictObject({ keys: z.array(key).min(1).max(MAXIMUM_PAGE) });
export type RecycleRequest = z.infer<typeof recycleSchema>;

export interface SuspenseView {
  readonly key: string;
  readonly partner: string;
  readonly source: string;
  readonly id: string;
  readonly account: string;
  readonly at: string;
  readonly reason: string;
  readonly detail: string;
  readonly openedAt: string;
  readonly record: unknown;
}

export interface SuspensePageView {
  readonly entries: readonly SuspenseView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
