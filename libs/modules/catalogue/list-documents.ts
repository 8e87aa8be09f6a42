import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { ListedDocumentsStore, type DocumentPage, type SignedDocument } from './listed-documents.store';

/** One page of versions with what they say: of each document the one in force at an instant, or all of them. */
@Injectable()
export class ListDocuments {
  constructor(
    private readonly database: Database,
    private readonly documents: ListedDocumentsStore,
  ) {}

  run(page: DocumentPage): Promise<Listed<SignedDocument>> {
    return this.database.transaction((tx) => this.documents.list(tx, page));
  }
}
