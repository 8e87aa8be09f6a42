import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { DocumentDraft } from './document-draft';
import type { WithdrawalRefusal } from './draft-refusals';
import { DraftsStore } from './drafts.store';

export interface DraftToWithdraw {
  readonly draftId: number;
  readonly by: string;
}

/** Its author takes a draft back, as long as nobody has decided about it. */
@Injectable()
export class WithdrawDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly drafts: DraftsStore,
  ) {}

  run(request: DraftToWithdraw): Promise<Result<DocumentDraft, WithdrawalRefusal>> {
    return this.database.retrying((tx) => this.withdraw(tx, request));
  }

  private async withdraw(
    tx: Tx,
    { draftId, by }: DraftToWithdraw,
  ): Promise<Result<DocumentDraft, WithdrawalRefusal>> {
    const draft = await this.drafts.lock(tx, draftId);
    if (draft === undefined) return refuse({ code: 'not_found' });
    const { author, state } = draft;
    if (author !== by) return refuse({ code: 'not_the_author', author });
    if (state !== 'draft' && state !== 'submitted') return refuse({ code: 'wrong_state', state });
    return ok(await this.drafts.withdraw(tx, draftId, this.clock.now()));
  }
}
