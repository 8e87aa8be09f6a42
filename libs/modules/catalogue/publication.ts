import type { DocumentFault } from '@ciyuan/core/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import { refuse, type Instant } from '@ciyuan/core/kernel';
import type { CatalogueDocument } from './catalogue-document';

export interface Publication<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  readonly body: unknown;
  readonly effectiveFrom: Instant;
  /** Whose name the document carries. */
  readonly by: string;
}

export interface PublicationRefusal {
  /** `effective_from_taken`: another version begins at the same instant. */
  readonly code: 'invalid' | 'effective_from_taken';
  readonly faults: readonly DocumentFault[];
}

export interface Published<K extends DocumentKind = DocumentKind> {
  readonly document: CatalogueDocument<K>;
  /** False where the version in force at that instant says the same already, and nothing was written. */
  readonly isNew: boolean;
}

interface Refused {
  readonly ok: false;
  readonly refusal: PublicationRefusal;
}

export const invalid = (faults: readonly DocumentFault[]): Refused => refuse({ code: 'invalid', faults });

export function effectiveFromTaken({ version }: CatalogueDocument): Refused {
  const detail = `version ${version} begins at the same instant, and is never rewritten`;
  return refuse({ code: 'effective_from_taken', faults: [{ path: 'effectiveFrom', code: 'taken', detail }] });
}
