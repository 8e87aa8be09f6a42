import { Injectable } from '@nestjs/common';
import { OPERATOR_ZONE, monthOf, previousMonth } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { ImbalanceStore } from './imbalance.store';

export interface Imbalance {
  /** The first accounting month that was added up; older ones are compared when they are frozen. */
  readonly from: string;
  readonly assets: readonly string[];
}

/** Whether what was booked to the last two months, or to those to come, is out of balance in anything. */
@Injectable()
export class FindImbalance {
  constructor(
    private readonly database: Database,
    private readonly imbalance: ImbalanceStore,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Imbalance> {
    const from = previousMonth(monthOf(OPERATOR_ZONE, this.clock.now()));
    return { from, assets: await this.database.transaction((tx) => this.imbalance.assets(tx, from)) };
  }
}
