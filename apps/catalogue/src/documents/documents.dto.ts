import { z } from 'zod';
import { BODY_SCHEMAS } from '@ciyuan/modules/catalogue';
import { jsonSchemaOf } from '@ciyuan/platform/http';
import { instantText } from '@ciyuan/platform/validation';

/** Described as any of the bodies there are; which of them it must be depends on the kind in the path. */
const body = z.unknown().meta({ anyOf: Object.values(BODY_SCHEMAS).map((schema) => jsonSchemaOf(schema)) });

export const publicationSchema = z.strictObject({ effectiveFrom: instantText, body });
export type PublicationRequest = z.infer<typeof publicationSchema>;

export const inForceQuerySchema = z.strictObject({ at: instantText.optional() });
export type InForceQuery = z.infer<typeof inForceQuerySchema>;

export interface DocumentView {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly digest: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly body: unknown;
}

export interface PublishedView extends DocumentView {
  /** False where nothing was written, because the version in force says the same. */
  readonly isNew: boolean;
}

export interface DocumentsView {
  readonly documents: readonly DocumentView[];
}
