import { z } from 'zod';

const MAXIMUM_PAGE = 1_000;
const key = z.string().regex(/^[\x20-\x7e]{1,300}$/, 'the key of a suspense entry');

export const suspenseQuerySchema = z.strictObject({
  reason: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(MAXIMUM_PAGE).default(100),
  after: z.string().max(400).optional(),
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

export interface SuspensePage {
  readonly entries: readonly SuspenseView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
