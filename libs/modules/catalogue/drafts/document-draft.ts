import type { PriceNotice } from '@ciyuan/core/catalogue';
import type { CatalogueBodies, DocumentKind } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';

export const DRAFT_STATES = ['draft', 'submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What a version of a document is before it is one. */
export interface DocumentDraft<K extends DocumentKind = DocumentKind> {
  readonly id: number;
  readonly kind: K;
  readonly code: string;
  readonly body: CatalogueBodies[K];
  readonly effectiveFrom: Instant;
  /** Whether it may begin before its approval. */
  readonly backDated: boolean;
  /** How a plan or a price book is announced; null where nobody is told. */
  readonly notice: PriceNotice | null;
  /** The latest version when it was written; null where there was none. */
  readonly baseVersion: number | null;
  readonly state: DraftState;
  readonly author: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly submittedAt: Instant | null;
  /** Who approved or rejected it: never the author. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Why it was rejected. */
  readonly reason: string | null;
  /** The version that it became. */
  readonly documentId: number | null;
}
