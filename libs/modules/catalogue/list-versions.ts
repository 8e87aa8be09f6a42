import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { ListedDocumentsStore, type DocumentPage, type ListedVersion } from './listed-documents.store';

/** One page of the versions of documents of any kind, without what they say. */
@Injectable()
export class ListVersions {
  constructor(
    private readonly database: Database,
    private readonly documents: ListedDocumentsStore,
  ) {}

  run(page: DocumentPage): Promise<Listed<ListedVersion>> {
    return this.database.transaction((tx) => this.documents.versions(tx, page));
  }
}
