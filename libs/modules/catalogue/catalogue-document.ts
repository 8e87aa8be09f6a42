import type { Version } from '@ciyuan/core/catalogue';
import type { CatalogueBodies, DocumentKind } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';

/** One version of a document as it is stored: never changed. */
export interface CatalogueDocument<K extends DocumentKind = DocumentKind>
  extends Version<CatalogueBodies[K]> {
  readonly kind: K;
  readonly version: number;
  /** SHA-256 of the body's canonical JSON, in hexadecimal. */
  readonly digest: string;
  /** The first epoch of the catalogue that has it. */
  readonly epoch: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
}
