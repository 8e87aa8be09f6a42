import { Injectable } from '@nestjs/common';
import type { Json } from '@ciyuan/core/usage';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { CatalogueDocument } from '../catalogue-document';
import { CatalogueDocumentsStore } from '../catalogue-documents.store';
import { versionAt } from '../version-at';
import { bodyDifferences, type BodyDifference } from './body-differences';
import type { DocumentDraft } from './document-draft';
import { DraftsStore } from './drafts.store';
import { ReadAffected, type Affected } from './read-affected';

export interface DraftDetails {
  readonly draft: DocumentDraft;
  /** Whether the document has another latest version than the one that an undecided draft was made from. */
  readonly isStale: boolean;
  /** The version that was in force at the draft's date when it was written; undefined where there was none. */
  readonly follows: CatalogueDocument | undefined;
  /** What the draft says otherwise than that version. */
  readonly changes: readonly BodyDifference[];
  readonly affected: Affected;
}

const NOTHING: Json = {};

/** All that a second person needs to decide about a draft; undefined where there is none of this id. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsStore,
    private readonly documents: CatalogueDocumentsStore,
    private readonly affected: ReadAffected,
  ) {}

  run(id: number): Promise<DraftDetails | undefined> {
    return this.database.snapshot(async (tx) => {
      const draft = await this.drafts.byId(tx, id);
      return draft === undefined ? undefined : this.details(tx, draft);
    });
  }

  private async details(tx: Tx, draft: DocumentDraft): Promise<DraftDetails> {
    const { kind, code, baseVersion, state } = draft;
    const versions = await this.documents.versions(tx, kind, code);
    const known = versions.filter(({ version }) => version <= (baseVersion ?? 0));
    const follows = versionAt(known, draft.effectiveFrom);
    return {
      draft,
      isStale: (state === 'draft' || state === 'submitted') && known.length < versions.length,
      follows,
      changes: bodyDifferences(kind, (follows?.body ?? NOTHING) as Json, draft.body as unknown as Json),
      affected: await this.affected.run(tx, draft),
    };
  }
}
