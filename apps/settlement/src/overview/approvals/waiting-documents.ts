import { Injectable } from '@nestjs/common';
import { ListDrafts } from '@ciyuan/modules/catalogue';
import { MOST_OF_A_KIND, NOTHING_SAID, waitingOf, type Waiting, type WaitingReaders } from './approval';

/** Drafts of the catalogue that were submitted. */
@Injectable()
export class WaitingDocuments {
  constructor(private readonly listDrafts: ListDrafts) {}

  readonly readers: WaitingReaders = { draft: () => this.drafts() };

  private async drafts(): Promise<Waiting> {
    const place = { sort: 'changedAt', limit: MOST_OF_A_KIND } as const;
    const { items, next } = await this.listDrafts.run({ ...place, state: 'submitted' });
    return waitingOf(items, next !== null, (draft) => ({
      ...NOTHING_SAID,
      kind: 'draft',
      title: `${draft.kind} ${draft.code}`,
      path: `/v1/drafts/${draft.id}`,
      decisionPath: `/v1/drafts/${draft.id}/approve`,
      askedBy: draft.author,
      askedAt: draft.submittedAt ?? draft.changedAt,
    }));
  }
}
