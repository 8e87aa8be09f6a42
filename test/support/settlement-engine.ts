import { Test, type TestingModule } from '@nestjs/testing';
import type { ModuleMetadata } from '@nestjs/common';
import {
  ApproveSettlement,
  IssueStatements,
  RunSettlement,
  SettlementModule,
} from '@ciyuan/modules/settlement';
import type { SettlementRun } from '@ciyuan/modules/settlement';
import type { Result } from '@ciyuan/core/kernel';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { Database, DatabaseModule, runChecks } from '@ciyuan/platform/database';
import { MonthBooksStore } from '../../libs/modules/settlement/close/month-books.store';
import { freshDatabase, type FreshDatabase } from './database';
import { SettledMonth } from './settled-month';

export const NOW = Date.UTC(2026, 6, 2);

/** These fixtures have roll-ups and journals, and no records that they could differ from. */
class BooksWithoutRecords extends MonthBooksStore {
  override differences() {
    return Promise.resolve({ count: 0, example: null });
  }
}

/** The settlement of months on a database and a clock of their own. */
export class SettlementEngine {
  readonly months: SettledMonth;

  private constructor(
    readonly urls: FreshDatabase,
    readonly module: TestingModule,
  ) {
    this.months = new SettledMonth(module.get(Database));
  }

  static async start(...imports: NonNullable<ModuleMetadata['imports']>): Promise<SettlementEngine> {
    const urls = await freshDatabase();
    const module = await Test.createTestingModule({
      imports: [
        DatabaseModule.at(urls.appUrl, 6),
        ClockModule.forRoot(new MovableClock(NOW)),
        SettlementModule,
        ...imports,
      ],
    })
      .overrideProvider(MonthBooksStore)
      .useClass(BooksWithoutRecords)
      .compile();
    await module.init();
    return new SettlementEngine(urls, module);
  }

  calculate(month: string, by = 'maker') {
    return this.module.get(RunSettlement).run({ month, by });
  }

  approve(runId: number, by = 'checker') {
    return this.module.get(ApproveSettlement).run({ runId, by });
  }

  issue(runId: number, waiveOpenSuspense = false, waiveOpenCosts = false) {
    return this.module.get(IssueStatements).run({
      runId,
      by: 'finance',
      waiveOpenSuspense,
      waiveOpenCosts,
    });
  }

  /** Calculated, signed and issued. */
  async settle(month: string): Promise<SettlementRun> {
    const { id } = must(await this.calculate(month));
    must(await this.approve(id));
    return must(await this.issue(id));
  }

  /** What the settlement's identities over stored rows complain of. */
  async violations(): Promise<string[]> {
    const results = await this.module.get(Database).transaction(runChecks);
    return results
      .filter(({ name }) => IDENTITIES.includes(name))
      .flatMap(({ name, violations }) => violations.map(({ detail }) => `${name}: ${detail}`));
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.urls.drop();
  }
}

/** What these fixtures can keep: they have roll-ups and journals, and no records. */
const IDENTITIES = [
  'journals-balance',
  'rollups-equal-ledger',
  'statement-lines-add-up',
  'shares-add-up-to-the-net',
  'net-and-tax-are-paid',
  'issued-means-posted',
  'one-posted-run-a-month',
  'months-closed-as-told',
  'payables-equal-shares',
  'posted-revenue-is-cleared',
  'transfers-are-issued-once',
  'indications-and-variances',
];

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal, exactly));
  return result.value;
}

const exactly = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

/** Where an application compares the books of a month: fixtures without records say there that nothing differs. */
export const booksOf = (app: { get: TestingModule['get'] }): Pick<MonthBooksStore, 'differences'> =>
  app.get(MonthBooksStore, { strict: false });
