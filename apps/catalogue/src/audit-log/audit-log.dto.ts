import { AUDIT_ORDER, AUDIT_RESULTS, type AuditVerification } from '@ciyuan/platform/audit';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

const text = z.string().min(1).max(200);

const filters = {
  who: text.optional().meta({ description: 'A login, or the subject of a key or of a partner' }),
  action: text.optional().meta({
    description: 'A route as it is declared, such as /v1/drafts/:id/approve, or with its method before it',
  }),
  object: text.optional().meta({ description: 'What stands in the route’s path, with / between' }),
  result: z
    .enum(AUDIT_RESULTS)
    .optional()
    .meta({ description: 'Below 400, below 500, above; or nobody knows how it ended' }),
  from: instantFilter,
  /** Exclusive. */
  to: instantFilter,
};

export const auditQuerySchema = z.strictObject({ ...pageQuery(AUDIT_ORDER), ...filters });
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditFileQuerySchema = z.strictObject(filters);
export type AuditFileQuery = z.infer<typeof auditFileQuerySchema>;

export interface AuditEntryView {
  readonly number: number;
  readonly at: string;
  /** `sign_in`: nobody was in yet. */
  readonly credential: 'key' | 'session' | 'sign_in';
  /** Of the key, or of the session. */
  readonly credentialId: number | null;
  readonly subject: string | null;
  /** The login of whoever was signed in, or tried to be. */
  readonly person: string | null;
  readonly role: string | null;
  readonly method: string;
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly object: string;
  /** As it came; without its secrets, where it had some. */
  readonly bodySha256: string | null;
  readonly bodyBytes: number;
  /** Without secrets; null of files and of more than 64 KiB. */
  readonly body: unknown;
  readonly digest: string;
  /** Null where nobody knows how it ended. */
  readonly answer: {
    readonly at: string;
    readonly status: number;
    readonly problem: string | null;
    readonly digest: string;
  } | null;
}

export interface AuditEntriesView {
  readonly entries: readonly AuditEntryView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** `broken`: the first entry that is not as it was written, and what of it. */
export interface AuditVerificationView extends AuditVerification {
  readonly isWhole: boolean;
}
