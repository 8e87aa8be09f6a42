import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { DocumentDraft } from './document-draft';
import { DraftsStore, type DraftFilter } from './drafts.store';

/** Drafts by state, kind and code, the latest first. */
@Injectable()
export class ListDrafts {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsStore,
  ) {}

  run(filter: DraftFilter): Promise<DocumentDraft[]> {
    return this.database.transaction((tx) => this.drafts.list(tx, filter));
  }
}
