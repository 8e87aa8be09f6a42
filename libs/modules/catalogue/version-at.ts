import type { DocumentKind } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import type { CatalogueDocument } from './catalogue-document';

/** Of a document's versions the one that is in force at the instant; undefined where all begin later. */
export function versionAt<K extends DocumentKind>(
  versions: readonly CatalogueDocument<K>[],
  at: Instant,
): CatalogueDocument<K> | undefined {
  const begun = versions.filter((version) => version.effectiveFrom <= at);
  return begun.sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0];
}
