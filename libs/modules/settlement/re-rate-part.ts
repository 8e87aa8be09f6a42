import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { ReRateVoided, type MonthToReRate, type VoidedReRated } from '@ciyuan/modules/charging';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';

export interface PartRefusal {
  readonly code: 'month_closed';
  readonly month: string;
}

/**
 * Rates a part of the accounts with voids anew for a month that is to be settled. Begun again, it finds what is left:
 * an account that was rated anew since its voids is none of them.
 */
@Injectable()
export class ReRatePart {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly reRateVoided: ReRateVoided,
  ) {}

  async run(part: MonthToReRate): Promise<Result<VoidedReRated, PartRefusal>> {
    const { month } = part;
    const state = await this.database.transaction((tx) => this.months.state(tx, month));
    if (state === 'closed') return refuse({ code: 'month_closed', month });
    return ok(await this.reRateVoided.run(part));
  }
}
