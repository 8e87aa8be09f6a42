import { Injectable } from '@nestjs/common';
import type { PriceNotice } from '@ciyuan/core/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { NextVersion } from '../version-gate';
import type { DocumentDraft } from './document-draft';
import { DraftChecks } from './draft-checks';
import type { SavingRefusal } from './draft-refusals';
import { DraftsStore, type DraftContent } from './drafts.store';
import { readNotice } from '../notices/read-notice';

interface Content {
  readonly body: unknown;
  readonly effectiveFrom: Instant;
  /** Whether it may begin in the past, or sooner than in five minutes. */
  readonly backDated: boolean;
  /** The version that it was made from; else the latest one, or the one that the draft names already. */
  readonly baseVersion?: number | null | undefined;
  /** How it is announced; of plans and price books alone. */
  readonly notice?: unknown;
  readonly by: string;
}

/** A new draft, or the new content of one that is not submitted yet. */
export type DraftToSave = Content & ({ readonly kind: DocumentKind } | { readonly draftId: number });

type Answer = Result<DocumentDraft, SavingRefusal>;

/** Keeps what somebody wants the catalogue to say, once it passes every check of publishing; else keeps nothing. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly drafts: DraftsStore,
    private readonly checks: DraftChecks,
  ) {}

  run(draft: DraftToSave): Promise<Answer> {
    return this.database.retrying((tx) =>
      'kind' in draft ? this.add(tx, draft.kind, draft) : this.change(tx, draft.draftId, draft),
    );
  }

  private async add(tx: Tx, kind: DocumentKind, content: Content): Promise<Answer> {
    const checked = await this.checks.check(tx, { ...content, kind });
    if (!checked.ok) return checked;
    const notice = readNotice(kind, content.notice);
    if (!notice.ok) return notice;
    const { code } = checked.value;
    const draft = { kind, code, author: content.by, ...keptOf(checked.value, content, notice.value) };
    return ok(await this.drafts.add(tx, draft, this.clock.now()));
  }

  private async change(tx: Tx, id: number, content: Content): Promise<Answer> {
    const draft = await this.drafts.lock(tx, id);
    if (draft === undefined) return refuse({ code: 'not_found' });
    const { kind, code, author, state } = draft;
    if (author !== content.by) return refuse({ code: 'not_the_author', author });
    if (state !== 'draft') return refuse({ code: 'wrong_state', state });
    const { baseVersion = draft.baseVersion } = content;
    const checked = await this.checks.check(tx, { ...content, kind, code, baseVersion });
    if (!checked.ok) return checked;
    const notice = readNotice(kind, content.notice);
    if (!notice.ok) return notice;
    return ok(
      await this.drafts.change(tx, id, keptOf(checked.value, content, notice.value), this.clock.now()),
    );
  }
}

const keptOf = (
  { body, effectiveFrom, version }: NextVersion,
  { backDated }: Content,
  notice: PriceNotice | null,
): DraftContent => ({
  body,
  effectiveFrom,
  backDated,
  baseVersion: version === 1 ? null : version - 1,
  notice,
});
