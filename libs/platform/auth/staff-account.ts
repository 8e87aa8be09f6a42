import type { Instant } from '@ciyuan/core/kernel';
import type { ListOrder, PlaceInList } from '@ciyuan/platform/lists';
import type { Role } from './caller';

/** What an admin decides about somebody. */
export interface StaffTerms {
  readonly displayName: string;
  readonly role: Role;
  /** Whom somebody of a partner acts for; null of staff. */
  readonly party: string | null;
  readonly disabled: boolean;
}

export interface StaffAccount extends StaffTerms {
  readonly login: string;
  readonly mustChangePassword: boolean;
  /** Set where too many wrong passwords were tried. */
  readonly lockedUntil: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

export interface NewStaffAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly party: string | null;
}

export interface StaffRefusal {
  readonly code: 'login_taken' | 'unknown_login' | 'unknown_party' | 'party_of_a_partner' | 'last_admin';
  readonly path: string;
  readonly detail: string;
}

/** By login unless said otherwise. */
export const STAFF_ORDER: ListOrder<'login' | 'createdAt'> = {
  columns: {
    login: { sql: 'login', type: 'text' },
    createdAt: { sql: 'created_at', type: 'timestamptz' },
  },
  ties: [{ sql: 'login', type: 'text' }],
  initial: 'login',
};

export interface StaffPage extends PlaceInList<'login' | 'createdAt'> {
  readonly role?: Role | undefined;
  readonly party?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** One person however the name is typed. */
export const loginOf = (text: string): string => text.trim().toLowerCase();
