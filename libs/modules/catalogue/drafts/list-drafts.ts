import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { DocumentDraft } from './document-draft';
import { ListedDraftsStore, type DraftPage } from './listed-drafts.store';

/** One page of the drafts that are asked for, in the order that is asked for. */
@Injectable()
export class ListDrafts {
  constructor(
    private readonly database: Database,
    private readonly drafts: ListedDraftsStore,
  ) {}

  run(page: DraftPage): Promise<Listed<DocumentDraft>> {
    return this.database.transaction((tx) => this.drafts.list(tx, page));
  }
}
