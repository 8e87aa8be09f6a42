import { ACCOUNT_STATUSES, type Account } from '@ciyuan/core/catalogue';
import { z } from 'zod';

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

/** Why, for whoever reads it later: a line. */
const reason = z.string().trim().min(1).max(200);

export const statusSchema = z.strictObject({ status: z.enum(ACCOUNT_STATUSES), reason });
export type StatusBody = z.infer<typeof statusSchema>;

export const assignmentSchema = z.strictObject({ customer: z.string().min(1).max(128) });
export type AssignmentBody = z.infer<typeof assignmentSchema>;

export type AccountView = Omit<Account, 'id'>;

export interface AccountsView {
  readonly accounts: readonly AccountView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
