import { Injectable } from '@nestjs/common';
import type { Counter } from '@ciyuan/core/usage';
import { Database } from '@ciyuan/platform/database';
import { MonthFactsStore, type KindRevenue, type Occurrences } from './month-facts.store';

export interface MonthFacts {
  readonly tokens: ReadonlyMap<Counter, bigint>;
  readonly revenue: readonly KindRevenue[];
  readonly occurrences: Occurrences;
  readonly fingerprint: string;
}

/** What the whole database has on record: for the demo, and for whoever compares two databases. */
@Injectable()
export class ReadMonthFacts {
  constructor(
    private readonly database: Database,
    private readonly facts: MonthFactsStore,
  ) {}

  run(): Promise<MonthFacts> {
    return this.database.transaction(async (tx) => ({
      tokens: await this.facts.tokens(tx),
      revenue: await this.facts.revenue(tx),
      occurrences: await this.facts.occurrences(tx),
      fingerprint: await this.facts.fingerprint(tx),
    }));
  }
}
