import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { Json } from '@ciyuan/core/usage';
import { Database } from '@ciyuan/platform/database';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { bodyDifferences, type BodyDifference } from './body-differences';

export interface VersionsToDiff {
  readonly kind: DocumentKind;
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** The document has no version of this number. */
export interface UnknownVersion {
  readonly code: 'not_found';
  readonly version: number;
}

/** What one version of a document says otherwise than another. */
@Injectable()
export class DiffVersions {
  constructor(
    private readonly database: Database,
    private readonly documents: CatalogueDocumentsStore,
  ) {}

  async run({ kind, code, from, to }: VersionsToDiff): Promise<Result<BodyDifference[], UnknownVersion>> {
    const versions = await this.database.transaction((tx) => this.documents.versions(tx, kind, code));
    const bodyOf = (number: number): Json | undefined =>
      versions.find(({ version }) => version === number)?.body as Json | undefined;
    const [before, after] = [bodyOf(from), bodyOf(to)];
    if (before === undefined) return refuse({ code: 'not_found', version: from });
    if (after === undefined) return refuse({ code: 'not_found', version: to });
    return ok(bodyDifferences(kind, before, after));
  }
}
