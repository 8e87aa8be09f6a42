import { ROLES, STAFF_ORDER, type Role } from '@ciyuan/platform/auth';
import { pageQuery } from '@ciyuan/platform/lists';
import { codeText, displayName } from '@ciyuan/platform/validation';
import { z } from 'zod';

const login = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@+-]{0,62}$/, 'at most 63 of A-Z, a-z, 0-9 and . _ @ + -')
  .meta({ description: 'The same person in capitals and in small letters' });

const terms = {
  displayName,
  role: z.enum(ROLES),
  party: codeText
    .nullable()
    .default(null)
    .meta({ description: 'Whom somebody with the role partner acts for; null of everybody else' }),
};

export const newStaffAccountSchema = z.strictObject({ login, ...terms });
export type NewStaffAccountBody = z.infer<typeof newStaffAccountSchema>;

export const staffTermsSchema = z.strictObject({ ...terms, disabled: z.boolean() });
export type StaffTermsBody = z.infer<typeof staffTermsSchema>;

export const staffParamsSchema = z.strictObject({ login: login.transform((text) => text.toLowerCase()) });
export type StaffParams = z.infer<typeof staffParamsSchema>;

export const staffQuerySchema = z.strictObject({
  ...pageQuery(STAFF_ORDER),
  role: z.enum(ROLES).optional(),
  party: codeText.optional(),
  disabled: z.enum(['true', 'false']).optional(),
});
export type StaffQuery = z.infer<typeof staffQuerySchema>;

export interface StaffAccountView {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly party: string | null;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  /** Too many wrong passwords were tried; null where it is not locked. */
  readonly lockedUntil: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
}

export interface StaffAccountsView {
  readonly accounts: readonly StaffAccountView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface GivenPasswordView {
  readonly account: StaffAccountView;
  /** Said here and never again; it has to be changed at the first signing in. */
  readonly oneTimePassword: string;
}
