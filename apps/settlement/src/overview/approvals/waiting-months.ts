import { Injectable } from '@nestjs/common';
import { ListReopenings, ListSettlementRuns, type SettlementRun } from '@ciyuan/modules/settlement';
import {
  MOST_OF_A_KIND,
  NOTHING_SAID,
  waitingOf,
  type Approval,
  type Waiting,
  type WaitingReaders,
} from './approval';

/** Calculated months, and frozen ones that somebody wants open again. */
@Injectable()
export class WaitingMonths {
  constructor(
    private readonly listRuns: ListSettlementRuns,
    private readonly listReopenings: ListReopenings,
  ) {}

  readonly readers: WaitingReaders = {
    settlement_run: () => this.runs(),
    month_reopening: () => this.reopenings(),
  };

  /** A run may be signed before and after it was handed in to be looked at. */
  private async runs(): Promise<Waiting> {
    const place = { sort: 'createdAt', limit: MOST_OF_A_KIND, kind: 'settlement' } as const;
    const reviewed = await this.listRuns.run({ ...place, state: 'in_review' });
    const calculated = await this.listRuns.run({ ...place, state: 'calculated' });
    const isMore = reviewed.next !== null || calculated.next !== null;
    return waitingOf([...reviewed.items, ...calculated.items], isMore, runToSign);
  }

  private async reopenings(): Promise<Waiting> {
    return waitingOf(await this.listReopenings.run(), false, ({ month, by, at, reason }) => ({
      ...NOTHING_SAID,
      kind: 'month_reopening',
      title: month,
      path: `/v1/months/${month}`,
      decisionPath: `/v1/months/${month}/reopen/approve`,
      askedBy: by,
      askedAt: at,
      reason,
    }));
  }
}

const runToSign = ({ id, month, version, createdBy, createdAt }: SettlementRun): Approval => ({
  ...NOTHING_SAID,
  kind: 'settlement_run',
  title: `${month} ${version}`,
  path: `/v1/settlement-runs/${id}`,
  decisionPath: `/v1/settlement-runs/${id}/approve`,
  askedBy: createdBy,
  askedAt: createdAt,
});
