import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { DocumentDraft } from './document-draft';
import type { RejectionRefusal } from './draft-refusals';
import { DraftsStore } from './drafts.store';

export interface DraftToReject {
  readonly draftId: number;
  readonly by: string;
  /** 1 to 500 characters. */
  readonly reason: string;
}

/** A second person says why a submitted draft is not to be; its author withdraws it instead. */
@Injectable()
export class RejectDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly drafts: DraftsStore,
  ) {}

  run(request: DraftToReject): Promise<Result<DocumentDraft, RejectionRefusal>> {
    return this.database.retrying((tx) => this.reject(tx, request));
  }

  private async reject(
    tx: Tx,
    { draftId, by, reason }: DraftToReject,
  ): Promise<Result<DocumentDraft, RejectionRefusal>> {
    const draft = await this.drafts.lock(tx, draftId);
    if (draft === undefined) return refuse({ code: 'not_found' });
    const { state, author } = draft;
    if (state !== 'submitted') return refuse({ code: 'wrong_state', state });
    if (by === author) return refuse({ code: 'own_draft' });
    return ok(await this.drafts.reject(tx, draftId, this.clock.now(), by, reason));
  }
}
