import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { AccountAdjustment } from './account-adjustment';
import { AdjustmentsStore, type AdjustmentPage } from './adjustments.store';

/** One page of the adjustments that are asked for, in the order that is asked for. */
@Injectable()
export class ListAdjustments {
  constructor(
    private readonly database: Database,
    private readonly adjustments: AdjustmentsStore,
  ) {}

  run(page: AdjustmentPage): Promise<Listed<AccountAdjustment>> {
    return this.database.transaction((tx) => this.adjustments.list(tx, page));
  }
}
