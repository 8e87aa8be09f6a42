import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { formatInstant } from '@ciyuan/core/kernel';
import {
  ReadDeferredRevenue,
  ReadTrialBalance,
  deferredRevenueCsv,
  trialBalanceCsv,
  type TrialBalance,
} from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { chartView, deferredRevenueOf, trialBalanceOf, unknownAccount } from './books.convert';
import {
  bookMonthQuerySchema,
  trialBalanceQuerySchema,
  type BookMonthQuery,
  type DeferredRevenueView,
  type LedgerAccountsView,
  type TrialBalanceQuery,
  type TrialBalanceView,
} from './books.dto';
import { csvFile } from './csv-file';

@Controller('v1/ledger')
@Roles('finance', 'checker', 'operations', 'admin')
export class BooksController {
  constructor(
    private readonly readTrialBalance: ReadTrialBalance,
    private readonly readDeferredRevenue: ReadDeferredRevenue,
  ) {}

  @Get('accounts')
  @ApiOperation({ summary: 'The chart of accounts: what each account of the ledger means' })
  accounts(): LedgerAccountsView {
    return chartView();
  }

  @Get('trial-balance')
  @ApiOperation({ summary: 'What every account came to: `at` an instant, or in an accounting `month`' })
  async trialBalance(
    @Query({ schema: trialBalanceQuerySchema }) query: TrialBalanceQuery,
  ): Promise<TrialBalanceView> {
    return trialBalanceOf(await this.balance(query));
  }

  @Get('trial-balance/export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The trial balance as CSV, with a row of control totals for each asset' })
  async trialBalanceFile(
    @Query({ schema: trialBalanceQuerySchema }) query: TrialBalanceQuery,
  ): Promise<StreamableFile> {
    const { span } = query;
    const when = 'at' in span ? formatInstant(span.at).replace(/[^\dTZ]/g, '') : span.month;
    return csvFile(`trial-balance-${when}.csv`, trialBalanceCsv(await this.balance(query)));
  }

  @Get('deferred-revenue')
  @ApiOperation({ summary: 'How the deferred revenue of each plan went from a month’s beginning to its end' })
  async deferredRevenue(
    @Query({ schema: bookMonthQuerySchema }) { month }: BookMonthQuery,
  ): Promise<DeferredRevenueView> {
    return deferredRevenueOf(await this.readDeferredRevenue.run(month));
  }

  @Get('deferred-revenue/export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The same as CSV, with control totals and what the journals have beside them' })
  async deferredRevenueFile(
    @Query({ schema: bookMonthQuerySchema }) { month }: BookMonthQuery,
  ): Promise<StreamableFile> {
    return csvFile(
      `deferred-revenue-${month}.csv`,
      deferredRevenueCsv(await this.readDeferredRevenue.run(month)),
    );
  }

  private async balance(query: TrialBalanceQuery): Promise<TrialBalance> {
    const balance = await this.readTrialBalance.run(query);
    if (!balance.ok) throw unknownAccount();
    return balance.value;
  }
}
