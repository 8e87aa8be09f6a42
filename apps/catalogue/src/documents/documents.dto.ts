import { z } from 'zod';
import type { BodyDifference } from '@ciyuan/modules/catalogue';
import { instantText } from '@ciyuan/platform/validation';

export const inForceQuerySchema = z.strictObject({ at: instantText.optional() });
export type InForceQuery = z.infer<typeof inForceQuerySchema>;

const version = z.coerce.number().int().min(1).max(2_147_483_647);

export const versionsQuerySchema = z.strictObject({ from: version, to: version });
export type VersionsQuery = z.infer<typeof versionsQuerySchema>;

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

export interface DocumentsView {
  readonly documents: readonly DocumentView[];
}

export interface VersionDifferenceView {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly BodyDifference[];
}
