import { z } from 'zod';
import type { PriceNotice } from '@ciyuan/core/catalogue';
import { DOCUMENT_KINDS } from '@ciyuan/core/charging';
import {
  BODY_SCHEMAS,
  DRAFT_ORDER,
  DRAFT_STATES,
  priceNoticeSchema,
  type Affected,
  type BodyDifference,
} from '@ciyuan/modules/catalogue';
import { jsonSchemaOf } from '@ciyuan/platform/http';
import { instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { instantText } from '@ciyuan/platform/validation';
import type { DocumentView } from '../documents/documents.dto';

const MAXIMUM_REASON = 500;
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Described as any of the bodies there are; which of them it must be depends on the kind. */
const body = z.unknown().meta({ anyOf: Object.values(BODY_SCHEMAS).map((schema) => jsonSchemaOf(schema)) });

const content = {
  effectiveFrom: instantText,
  backDated: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether it may begin before its approval, or less than five minutes after it' }),
  baseVersion: z.int().min(1).nullable().optional().meta({
    description: 'The version it was made from; null for none. Refused as stale if there is another',
  }),
  notice: z
    .unknown()
    .optional()
    .meta({
      description:
        'How a plan or a price book is announced; what the policy in force asks of it is checked on submission',
      ...jsonSchemaOf(priceNoticeSchema),
    }),
  body,
};

export const newDraftSchema = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), ...content });
export type NewDraftRequest = z.infer<typeof newDraftSchema>;

export const draftContentSchema = z.strictObject(content);
export type DraftContentRequest = z.infer<typeof draftContentSchema>;

/** Words for people, of a line. */
export const rejectionSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(MAXIMUM_REASON)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters'),
});
export type RejectionRequest = z.infer<typeof rejectionSchema>;

export const draftParamsSchema = z.object({ id });
export type DraftParams = z.infer<typeof draftParamsSchema>;

export const draftsQuerySchema = z.strictObject({
  ...pageQuery(DRAFT_ORDER),
  state: z.enum(DRAFT_STATES).optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  code: z.string().min(1).max(63).optional(),
  author: z.string().min(1).max(200).optional(),
  effectiveFrom: instantFilter,
  /** Exclusive. */
  effectiveUntil: instantFilter,
});
export type DraftsQuery = z.infer<typeof draftsQuerySchema>;

export interface DraftView {
  readonly id: number;
  readonly kind: string;
  readonly code: string;
  readonly state: string;
  readonly effectiveFrom: string;
  readonly backDated: boolean;
  /** How it is announced; null where nobody is told. */
  readonly notice: PriceNotice | null;
  readonly baseVersion: number | null;
  readonly author: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly submittedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

export interface DraftsView {
  readonly drafts: readonly DraftView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface DraftDetailsView extends DraftView {
  readonly body: unknown;
  /** Whether another version came since it was made, so that it cannot be approved as it is. */
  readonly isStale: boolean;
  /** The number of the version in force at its date that it differs from; null where there is none. */
  readonly follows: number | null;
  readonly changes: readonly BodyDifference[];
  readonly affected: Affected;
}

export interface ApprovalView {
  readonly draft: DraftView;
  readonly document: DocumentView;
  /** From when on accounts are to be rated again; null where it begins in time. */
  readonly reRateFrom: string | null;
}
