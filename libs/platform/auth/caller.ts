export const ROLES = ['admin', 'maker', 'checker', 'finance', 'operations', 'partner'] as const;
export type Role = (typeof ROLES)[number];

/** Who calls: a role, and the person or the partner that the key was made for. */
export interface Caller {
  readonly role: Role;
  readonly subject: string;
}
