import { z } from 'zod';
import { DOCUMENT_KINDS } from '@ciyuan/core/charging';
import { DOCUMENT_ORDER, type BodyDifference } from '@ciyuan/modules/catalogue';
import { MAXIMUM_PAGE, instantFilter, pageQuery } from '@ciyuan/platform/lists';
import { instantText } from '@ciyuan/platform/validation';

export const inForceQuerySchema = z.strictObject({ at: instantText.optional() });
export type InForceQuery = z.infer<typeof inForceQuerySchema>;

/** When a version begins. */
const span = {
  effectiveFrom: instantFilter,
  /** Exclusive. */
  effectiveUntil: instantFilter,
};
export type SpanQuery = { readonly [K in keyof typeof span]?: string | undefined };

const code = z.string().min(1).max(63).optional();
const WHOLE = { usual: MAXIMUM_PAGE };

export const inForceListQuerySchema = z.strictObject({
  ...pageQuery(DOCUMENT_ORDER, WHOLE),
  at: instantText.optional(),
  code,
  ...span,
});
export type InForceListQuery = z.infer<typeof inForceListQuerySchema>;

/** As they were published. */
export const VERSION_ORDER = { ...DOCUMENT_ORDER, initial: 'version' } as const;

export const versionListQuerySchema = z.strictObject({ ...pageQuery(VERSION_ORDER, WHOLE), ...span });
export type VersionListQuery = z.infer<typeof versionListQuerySchema>;

export const allVersionsQuerySchema = z.strictObject({
  ...pageQuery(DOCUMENT_ORDER),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  code,
  ...span,
});
export type AllVersionsQuery = z.infer<typeof allVersionsQuerySchema>;

const version = z.coerce.number().int().min(1).max(2_147_483_647);

export const versionsQuerySchema = z.strictObject({ from: version, to: version });
export type VersionsQuery = z.infer<typeof versionsQuerySchema>;

/** Without what it says, which may be long. */
export interface VersionView {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly digest: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** The draft that was signed, by whom and when; null where it was loaded without one. */
  readonly draftId: number | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

export interface DocumentView extends VersionView {
  readonly body: unknown;
}

export interface DocumentsView {
  readonly documents: readonly DocumentView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface VersionsView {
  readonly versions: readonly VersionView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

export interface VersionDifferenceView {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly BodyDifference[];
}
