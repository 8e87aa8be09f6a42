import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@ciyuan/core/charging';
import { Database } from '@ciyuan/platform/database';
import type { CatalogueDocument } from './catalogue-document';
import { CatalogueDocumentsStore } from './catalogue-documents.store';

/** Every version of one document, or of all documents of a kind, in the order in which they were published. */
@Injectable()
export class ReadDocuments {
  constructor(
    private readonly database: Database,
    private readonly documents: CatalogueDocumentsStore,
  ) {}

  run(kind: DocumentKind, code?: string): Promise<CatalogueDocument[]> {
    return this.database.transaction((tx) => this.documents.versions(tx, kind, code));
  }
}
