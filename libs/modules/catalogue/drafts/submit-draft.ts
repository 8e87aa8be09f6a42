import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { DocumentDraft } from './document-draft';
import { PriceAnnouncement } from '../notices/price-announcement';
import { DraftChecks } from './draft-checks';
import type { SavingRefusal } from './draft-refusals';
import { DraftsStore } from './drafts.store';

export interface DraftToSubmit {
  readonly draftId: number;
  readonly by: string;
}

/** Lays a draft before a second person; from here on it does not change. What would not be approved is not laid. */
@Injectable()
export class SubmitDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly drafts: DraftsStore,
    private readonly checks: DraftChecks,
    private readonly announcement: PriceAnnouncement,
  ) {}

  run(request: DraftToSubmit): Promise<Result<DocumentDraft, SavingRefusal>> {
    return this.database.retrying((tx) => this.submit(tx, request));
  }

  private async submit(
    tx: Tx,
    { draftId, by }: DraftToSubmit,
  ): Promise<Result<DocumentDraft, SavingRefusal>> {
    const draft = await this.drafts.lock(tx, draftId);
    if (draft === undefined) return refuse({ code: 'not_found' });
    const { author, state } = draft;
    if (author !== by) return refuse({ code: 'not_the_author', author });
    if (state !== 'draft') return refuse({ code: 'wrong_state', state });
    const checked = await this.checks.check(tx, draft);
    if (!checked.ok) return checked;
    const announced = await this.announcement.check(tx, checked.value, draft.notice);
    return announced.ok ? ok(await this.drafts.submit(tx, draftId, this.clock.now())) : announced;
  }
}
