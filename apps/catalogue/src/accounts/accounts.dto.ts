import { ACCOUNT_STATUSES, type Account } from '@ciyuan/core/catalogue';
import { ACCOUNT_ORDER } from '@ciyuan/modules/parties';
import { pageQuery } from '@ciyuan/platform/lists';
import { codeText, instantText, regionCode } from '@ciyuan/platform/validation';
import { z } from 'zod';

const instant = instantText.meta({ format: 'date-time' });

export const accountsQuerySchema = z.strictObject({
  ...pageQuery(ACCOUNT_ORDER),
  status: z.enum(ACCOUNT_STATUSES).optional(),
  segment: codeText.optional(),
  region: regionCode.optional().meta({ description: 'Where they are, or their customers: it, or below it' }),
  customer: z.string().min(1).max(128).optional(),
  createdFrom: instant.optional(),
  /** Exclusive. */
  createdUntil: instant.optional(),
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
