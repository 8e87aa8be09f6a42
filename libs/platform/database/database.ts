import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { isRetryable } from './sql-state';
import { Tx } from './tx';

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 20;

/** Transactions over TypeORM's pool: entities and set-based SQL go through the same connection. */
export class Database {
  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one transaction; whatever it throws rolls all of it back. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('READ COMMITTED', work);
  }

  /** As {@link transaction}, with every statement seeing the database as the first of them did. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within('REPEATABLE READ', work);
  }

  private async within<T>(
    isolation: 'READ COMMITTED' | 'REPEATABLE READ',
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction(isolation);
      const result = await work(new Tx(runner.manager, client));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** As {@link transaction}, tried again as a whole on deadlocks and failed serializations. */
  async retrying<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      }
    }
  }
}
