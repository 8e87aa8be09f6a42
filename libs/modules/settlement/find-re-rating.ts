import { Injectable } from '@nestjs/common';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { ReRatingRunsStore, type AccountRange } from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';
import { ReRatingSettings } from './re-rating-settings';
import type { SettlementAskedFor } from './settle-month';

/** Accounts that one can rate anew while others rate others. */
export interface ReRatingPart extends AccountRange {
  readonly accounts: number;
}

/** What has to be rated anew before a month is settled: of an indication, and of a closed month, nothing. */
@Injectable()
export class FindReRating {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly runs: ReRatingRunsStore,
    private readonly settings: ReRatingSettings,
  ) {}

  run({ month, kind = 'settlement' }: Pick<SettlementAskedFor, 'month' | 'kind'>): Promise<ReRatingPart[]> {
    if (kind === 'proforma') return Promise.resolve([]);
    return this.database.transaction(async (tx) => {
      if ((await this.months.state(tx, month)) === 'closed') return [];
      return this.runs.rangesToReRate(tx, month, this.settings.accountsAPart);
    });
  }
}
