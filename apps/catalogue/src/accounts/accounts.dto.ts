import { z } from 'zod';
import type { NewAccount } from '@ciyuan/modules/parties';

const MAXIMUM_PAGE = 1_000;

export const accountsQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAXIMUM_PAGE).default(100),
  /** What the page before gave as `next`. */
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'not a cursor of this list')
    .optional(),
});
export type AccountsQuery = z.infer<typeof accountsQuerySchema>;

export type AccountView = NewAccount;

export interface AccountsView {
  readonly accounts: readonly AccountView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
