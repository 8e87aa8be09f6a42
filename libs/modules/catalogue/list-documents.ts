import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { CatalogueDocument } from './catalogue-document';
import { ListedDocumentsStore, type DocumentPage } from './listed-documents.store';

/** One page of versions with what they say: of each document the one in force at an instant, or all of them. */
@Injectable()
export class ListDocuments {
  constructor(
    private readonly database: Database,
    private readonly documents: ListedDocumentsStore,
  ) {}

  run(page: DocumentPage): Promise<Listed<CatalogueDocument>> {
    return this.database.transaction((tx) => this.documents.list(tx, page));
  }
}
