import type { Role } from '@ciyuan/platform/auth';
import { z } from 'zod';

const LONGEST_PASSWORD = 256;
const SHORTEST_PASSWORD = 12;

export const signInSchema = z.strictObject({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(LONGEST_PASSWORD),
});
export type SignInBody = z.infer<typeof signInSchema>;

export const passwordSchema = z.strictObject({
  current: z.string().min(1).max(LONGEST_PASSWORD),
  next: z
    .string()
    .min(SHORTEST_PASSWORD, `at least ${SHORTEST_PASSWORD} characters`)
    .max(LONGEST_PASSWORD)
    .meta({ description: 'Length is what counts: no other rule' }),
});
export type PasswordBody = z.infer<typeof passwordSchema>;

export interface SessionView {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  /** Whom somebody of a partner acts for. */
  readonly party: string | null;
  /** Until it is, every other request is refused with `password_change_required`. */
  readonly mustChangePassword: boolean;
  /** To be sent as `x-csrf-token` with every request that changes something. */
  readonly csrfToken: string;
  /** When it ends if nothing more is asked. */
  readonly expiresAt: string;
}

export interface SignInOptionsView {
  /** Whether `GET /v1/session/oidc` leads to somebody who knows people. */
  readonly oidc: boolean;
  readonly languages: readonly string[];
}
