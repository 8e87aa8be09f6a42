import type { Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  MakeVouchers,
  ReadDeferredRevenue,
  ReadTrialBalance,
  ReportingModule,
  type MonthVouchers,
  type RollForward,
  type TrialBalance,
} from '@ciyuan/modules/reporting';
import { ClockModule } from '@ciyuan/platform/clock';
import { DatabaseModule } from '@ciyuan/platform/database';
import { assetText } from '@ciyuan/core/ledger';
import { formatYuan } from '@ciyuan/core/kernel';
import { bookFaults } from './book-faults';
import type { Engine } from './engine';
import { must } from './settlement-engine';

/** The ledger of a market as finance reads it. */
export class Books {
  private constructor(private readonly module: TestingModule) {}

  static async of(engine: Engine): Promise<Books> {
    const imports = [
      DatabaseModule.at(engine.urls.appUrl, 2),
      ClockModule.forRoot(engine.clock),
      ReportingModule,
    ];
    return new Books(await Test.createTestingModule({ imports }).compile());
  }

  /** A verb of reporting, or of what it builds on. */
  get<T>(type: Type<T>): T {
    return this.module.get(type, { strict: false });
  }

  /** What does not add up, month by month. */
  faults(month: string): Promise<string[]> {
    return bookFaults((type) => this.get(type), month);
  }

  async at(at: number, account?: string): Promise<TrialBalance> {
    return must(await this.module.get(ReadTrialBalance).run({ span: { at }, account }));
  }

  async ofMonth(month: string, account?: string): Promise<TrialBalance> {
    return must(await this.module.get(ReadTrialBalance).run({ span: { month }, account }));
  }

  deferred(month: string): Promise<RollForward> {
    return this.module.get(ReadDeferredRevenue).run(month);
  }

  vouchers(month: string, more: { isReversal?: boolean; allowProvisional?: boolean } = {}) {
    return this.module.get(MakeVouchers).run({ month, isReversal: false, allowProvisional: false, ...more });
  }

  close(): Promise<void> {
    return this.module.close();
  }
}

/** Each line as its account with opening, debits, credits and closing. */
export const balanceText = ({ lines }: TrialBalance): string[] =>
  lines.map(
    ({ asset, account, opening, debits, credits, closing }) =>
      `${asset} ${account} ${[opening, debits, -credits, closing].map((one) => assetText(asset, one)).join(' ')}`,
  );

export const rollForwardText = ({ lines }: RollForward): string[] =>
  lines.map(
    ({ currency, plan, opening, sold, stated, received, given, recognised, broken, closing }) =>
      `${currency} ${plan} ${[opening, sold, stated, received, -given, -recognised, -broken, closing].map(formatYuan).join(' ')}`,
  );

export const voucherText = ({ vouchers }: Pick<MonthVouchers, 'vouchers'>): string[] =>
  vouchers.flatMap(({ number, lines }) =>
    lines.map(({ erp, party, fen, amount }) =>
      [number, erp.code, party ?? '-', fen, formatYuan(amount)].join(' '),
    ),
  );
