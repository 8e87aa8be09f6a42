import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { CatalogueDocument } from '../catalogue-document';
import { CatalogueEpochStore } from '../catalogue-epoch.store';
import { PriceAnnouncement } from '../notices/price-announcement';
import { VersionGate } from '../version-gate';
import type { DocumentDraft } from './document-draft';
import { DraftChecks, LEAD_MS } from './draft-checks';
import type { ApprovalRefusal } from './draft-refusals';
import { DraftsStore } from './drafts.store';

export interface DraftToApprove {
  readonly draftId: number;
  readonly by: string;
}

export interface ApprovedDraft {
  readonly draft: DocumentDraft;
  readonly document: CatalogueDocument;
  /** From when on accounts were charged without it, and are to be rated again; null where it begins later. */
  readonly reRateFrom: Instant | null;
}

type Answer = Result<ApprovedDraft, ApprovalRefusal>;

/**
 * A second person signs what was submitted, and with that it is in the catalogue, in force from its date on, and those
 * whom it makes dearer are told. Checked anew against the catalogue as it is now: what it names may have changed since.
 */
@Injectable()
export class ApproveDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsStore,
    private readonly epochs: CatalogueEpochStore,
    private readonly checks: DraftChecks,
    private readonly gate: VersionGate,
    private readonly announcement: PriceAnnouncement,
  ) {}

  run(request: DraftToApprove): Promise<Answer> {
    return this.database.retrying((tx) => this.approve(tx, request));
  }

  private async approve(tx: Tx, { draftId, by }: DraftToApprove): Promise<Answer> {
    const draft = await this.drafts.lock(tx, draftId);
    if (draft === undefined) return refuse({ code: 'not_found' });
    const { state, author } = draft;
    if (state !== 'submitted') return refuse({ code: 'wrong_state', state });
    if (by === author) return refuse({ code: 'own_draft' });
    await this.epochs.lock(tx);
    const checked = await this.checks.check(tx, draft);
    if (!checked.ok) return checked;
    const announced = await this.announcement.check(tx, checked.value, draft.notice);
    if (!announced.ok) return announced;
    const document = await this.gate.admit(tx, checked.value, author);
    await this.announcement.make(tx, document, draft.notice);
    const { createdAt: at, effectiveFrom } = document;
    return ok({
      draft: await this.drafts.approve(tx, draftId, at, by, document.id),
      document,
      reRateFrom: effectiveFrom < at + LEAD_MS ? effectiveFrom : null,
    });
  }
}
