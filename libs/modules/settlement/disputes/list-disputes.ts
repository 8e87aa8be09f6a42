import { Injectable } from '@nestjs/common';
import { dayOf } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { Dispute } from './dispute';
import { DisputesStore, type DisputePage } from './disputes.store';

export interface DisputesToList extends Omit<DisputePage, 'overdueOn'> {
  /** Those alone that should have been decided before today. */
  readonly overdue?: boolean | undefined;
}

/** One page of the disputes that are asked for, in the order that is asked for. */
@Injectable()
export class ListDisputes {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesStore,
    private readonly clock: Clock,
  ) {}

  run({ overdue, ...page }: DisputesToList): Promise<Listed<Dispute>> {
    const overdueOn = overdue === true ? dayOf(OPERATOR_ZONE, this.clock.now()) : undefined;
    return this.database.transaction((tx) => this.disputes.list(tx, { ...page, overdueOn }));
  }
}
