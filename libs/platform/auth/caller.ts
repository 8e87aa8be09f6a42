export const ROLES = ['admin', 'maker', 'checker', 'finance', 'operations', 'partner'] as const;
export type Role = (typeof ROLES)[number];

/** Who calls: a role, and the person or the partner that the key or the account was made for. */
export interface Caller {
  readonly role: Role;
  /** Of staff the login, under a key and signed in alike: what two people sign, two people have to. Of partners the party. */
  readonly subject: string;
  /** Who signed in, by login; a key says no more than its subject. */
  readonly person?: string;
}
