import { Injectable } from '@nestjs/common';
import { refuse, type Result } from '@ciyuan/core/kernel';
import { ReRateVoided } from '@ciyuan/modules/charging';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import type { CalculationRefusal } from './refusals';
import { RunProforma } from './run-proforma';
import { RunSettlement, type MonthToSettle } from './run-settlement';
import type { RunKind, SettlementRun } from './settlement-run';

export interface SettlementAskedFor extends MonthToSettle {
  /** The settlement itself where nothing is said. */
  readonly kind?: RunKind;
}

/**
 * Calculates a month once every account with a void has been rated anew: what a void gave back may cover what came
 * after it. What breaks off in between goes on the next time where it stopped. An indication changes nothing first.
 */
@Injectable()
export class SettleMonth {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly reRateVoided: ReRateVoided,
    private readonly runSettlement: RunSettlement,
    private readonly runProforma: RunProforma,
  ) {}

  async run({
    kind = 'settlement',
    ...request
  }: SettlementAskedFor): Promise<Result<SettlementRun, CalculationRefusal>> {
    if (kind === 'proforma') return this.runProforma.run(request);
    const { month, by } = request;
    const state = await this.database.transaction((tx) => this.months.state(tx, month));
    if (state === 'closed') return refuse({ code: 'month_closed', month });
    await this.reRateVoided.run({ month, by });
    return this.runSettlement.run(request);
  }
}
