import type { Instant } from '@ciyuan/core/kernel';
import type { ListOrder, PlaceInList } from '@ciyuan/platform/lists';

/** Who asks, as far as it is known. */
export interface AuditedBy {
  readonly credential: 'key' | 'session' | 'sign_in';
  readonly credentialId: number | null;
  readonly subject: string | null;
  readonly person: string | null;
  readonly role: string | null;
}

export interface AuditedRequest extends AuditedBy {
  readonly method: string;
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Its body as it was read, and as it came. */
  readonly body: unknown;
  readonly received: string | Buffer | undefined;
}

export interface AuditedAnswer {
  readonly status: number;
  /** Of a problem, its code. */
  readonly problem: string | null;
}

/** A request with its answer. */
export interface AuditEntry extends AuditedBy {
  readonly number: number;
  readonly at: Instant;
  readonly method: string;
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly object: string;
  readonly bodySha256: string | null;
  readonly bodyBytes: number;
  readonly body: unknown;
  readonly digest: string;
  /** Null of a request that nobody knows the end of: the process ended, or the log could not be written. */
  readonly answer: (AuditedAnswer & { readonly at: Instant; readonly digest: string }) | null;
}

export const AUDIT_RESULTS = ['done', 'refused', 'failed', 'unanswered'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

/** The latest first unless said otherwise. */
export const AUDIT_ORDER: ListOrder<'number'> = {
  columns: { number: { sql: 'r.number', type: 'bigint' } },
  ties: [],
  initial: '-number',
};

export interface AuditFilters {
  /** A login, or the subject of a key. */
  readonly who?: string | undefined;
  /** A route, or one with its method before it. */
  readonly action?: string | undefined;
  readonly object?: string | undefined;
  readonly result?: AuditResult | undefined;
  /** Half-open. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export interface AuditPage extends AuditFilters, PlaceInList<'number'> {}

/** What a walk through the chain came to. */
export interface AuditVerification {
  readonly entries: number;
  readonly lastNumber: number;
  readonly lastDigest: string;
  /** The first that is not as it was written; null where all is. */
  readonly broken: { readonly number: number; readonly what: 'changed' | 'missing' | 'end' } | null;
}
