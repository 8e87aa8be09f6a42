import { IntakeUsage, ReadBalance, type UsageOutcome } from '@ciyuan/modules/charging';
import type { CustomerKind } from '@ciyuan/core/catalogue';
import { OpenAccount, RegisterCustomer, VerifyCustomer } from '@ciyuan/modules/parties';
import { VerifyMonth } from '@ciyuan/modules/reporting';
import { bookFaults } from './book-faults';
import {
  ApproveSettlement,
  IssueStatements,
  ListStatements,
  ReadStatement,
  RunSettlement,
  type SettlementRun,
  type Statement,
  type StoredLine,
} from '@ciyuan/modules/settlement';
import { ExpireDue, OrderPlan, RenewDue, type OrderRefusal } from '@ciyuan/modules/subscriptions';
import { monthBounds } from '@ciyuan/core/kernel';
import { Database, runChecks } from '@ciyuan/platform/database';
import { Engine } from '../../apps/cli/src/scratch/scratch-engine';
import { LoadSeeds, SEED_FOLDER } from '../../apps/cli/src/seed/load-seeds';
import { freshDatabase, type FreshDatabase } from './database';
import { must } from './settlement-engine';
import { lineText, totalText } from './statement-text';

const ZONE = 'Asia/Shanghai';
const MS_PER_HOUR = 3_600_000;
/** Longer than any plan of the seeds waits for late records. */
const LATENESS_HOURS = 73;
const MOST_LINES = 1_000;
const MOST_STATEMENTS = 1_000;

/** The market of the seeds on a database and a clock of its own, for lives that are told a chapter at a time. */
export class SeededMarket {
  private constructor(
    readonly urls: FreshDatabase,
    readonly engine: Engine,
  ) {}

  /** On a database that is there already, with whatever is in it. */
  static async at(urls: FreshDatabase, now: string): Promise<SeededMarket> {
    return new SeededMarket(urls, await Engine.start(urls.appUrl, Date.parse(now)));
  }

  static async open(now: string): Promise<SeededMarket> {
    const market = await SeededMarket.at(await freshDatabase(), now);
    await market.engine.get(LoadSeeds).run(SEED_FOLDER, 'seed');
    return market;
  }

  moveTo(now: string): void {
    this.engine.clock.moveTo(Date.parse(now));
  }

  /** Of a customer that is registered already, where one is named. */
  async openAccount(code: string, segment: string, customer: string | null = null): Promise<void> {
    must(await this.engine.get(OpenAccount).run({ code, name: code, segment, customer }));
  }

  async registerCustomer(code: string, kind: CustomerKind, region: string, identity: string): Promise<void> {
    must(await this.engine.get(RegisterCustomer).run({ code, name: code, kind, region, identity }));
  }

  async verifyCustomer(code: string): Promise<void> {
    const verifiedAt = this.engine.clock.now();
    must(await this.engine.get(VerifyCustomer).run({ code, verifiedAt, by: 'desk' }));
  }

  /** Takes up a plan now; answers with the code of the refusal, if it is refused. */
  async order(account: string, plan: string): Promise<OrderRefusal['code'] | 'taken'> {
    const startsAt = this.engine.clock.now();
    const taken = await this.engine.get(OrderPlan).run({ account, plan, startsAt });
    return taken.ok ? 'taken' : taken.refusal.code;
  }

  post(...records: readonly object[]): Promise<UsageOutcome[]> {
    return this.engine.get(IntakeUsage).run('gw-east', records as never);
  }

  /** Books every expiry whose lateness window is over, and answers how many there were. */
  expire(): Promise<number> {
    return this.engine.get(ExpireDue).run(this.engine.clock.now());
  }

  /** Begins and ends what is due by now. */
  renew(): Promise<unknown> {
    return this.engine.get(RenewDue).run(this.engine.clock.now());
  }

  /** The next cycles begin and the lateness window passes; what lapsed is booked. */
  async endMonth(month: string): Promise<void> {
    const { end } = monthBounds(ZONE, month);
    await this.engine.get(RenewDue).run(end);
    this.engine.clock.moveTo(Math.max(this.engine.clock.now(), end + LATENESS_HOURS * MS_PER_HOUR));
    await this.expire();
  }

  calculate(month: string) {
    return this.engine.get(RunSettlement).run({ month, by: 'maker' });
  }

  approve(runId: number, by = 'checker') {
    return this.engine.get(ApproveSettlement).run({ runId, by });
  }

  issue(runId: number) {
    return this.engine.get(IssueStatements).run({ runId, by: 'finance' });
  }

  /** Calculated, signed by a second person, issued. */
  async settle(month: string): Promise<SettlementRun> {
    const { id } = must(await this.calculate(month));
    must(await this.approve(id));
    return must(await this.issue(id));
  }

  async linesOf({ runId, party, currency }: Statement): Promise<readonly StoredLine[]> {
    const lines = { sort: 'line', limit: MOST_LINES } as const;
    const read = await this.engine.get(ReadStatement).run({ runId, party, currency, lines });
    return read?.lines.items ?? [];
  }

  /** The month's statements as text, by party: each line with its share in yuan, then what they come to. */
  async told(month: string): Promise<string> {
    let told = '';
    const page = { month, sort: 'party', limit: MOST_STATEMENTS } as const;
    for (const statement of (await this.engine.get(ListStatements).run(page)).items) {
      const { party } = statement;
      for (const line of await this.linesOf(statement)) told += `\n${party}: ${lineText(line)}`;
      told += `\n${party}: ${totalText(statement)}`;
    }
    return told;
  }

  /** Every grant in burn order: plan, milli-tokens granted, drawn, expired. */
  async balance(account: string): Promise<readonly (readonly [string, bigint, bigint, bigint])[]> {
    const grants = (await this.engine.get(ReadBalance).run(account)) ?? [];
    return grants.map((one) => [one.plan, one.grantedMilli, one.drawnMilli, one.expiredMilli] as const);
  }

  /** These columns of the charged records whose ids are like the pattern, by id. */
  async records(idsLike: string, ...columns: readonly string[]): Promise<readonly unknown[][]> {
    const rows = await this.rows(
      `SELECT ${columns.join(', ')} FROM ciyuan.usage_record WHERE record_id LIKE $1 ORDER BY record_id`,
      [idsLike],
    );
    return rows.map((row) => Object.values(row));
  }

  rows<Row extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.engine.get(Database).transaction((tx) => tx.rows<Row>(sql, values));
  }

  /** What breaks the identities over stored rows, or is not what its records give: nothing, if all is well. */
  async violations(): Promise<string[]> {
    const results = await this.engine.get(Database).transaction(runChecks);
    const broken = results.flatMap(({ name, violations }) =>
      violations.map((one) => `${name}: ${one.what}: ${one.detail}`),
    );
    const months = await this.rows<{ month: string }>(
      'SELECT DISTINCT accounting_month AS month FROM ciyuan.journal_line ORDER BY 1',
    );
    for (const { month } of months) broken.push(...(await this.differences(month)));
    for (const { month } of months)
      broken.push(...(await bookFaults((type) => this.engine.get(type), month)));
    return broken;
  }

  /** What of a month is not what its records give when it is computed again. */
  async differences(month: string): Promise<string[]> {
    const { differences } = await this.engine.get(VerifyMonth).run(month);
    return differences.map(
      ({ figure, column, stored, computed }) => `${figure} ${column}: ${stored}, not ${computed}`,
    );
  }

  async stop(): Promise<void> {
    await this.engine.stop();
    await this.urls.drop();
  }
}
