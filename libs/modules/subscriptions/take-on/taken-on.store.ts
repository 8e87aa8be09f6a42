import { Injectable } from '@nestjs/common';
import { formatYuan, type Instant } from '@ciyuan/core/kernel';
import { COPY_NULL, copyText, type Tx } from '@ciyuan/platform/database';
import type { GrantLine, SubscriptionLine } from './take-on-lines';

/** The chunk that something was taken on with. */
export interface TakenWith {
  readonly runId: number;
  readonly chunk: number;
}

export interface SubscriptionOnRecord {
  readonly accountId: number;
  readonly line: SubscriptionLine;
  readonly planVersionId: number;
  readonly anchorDay: number;
  /** Null where it does not go on here. */
  readonly subscriptionId: number | null;
}

export interface GrantOnRecord {
  readonly accountId: number;
  readonly line: GrantLine;
  /** Null where nothing was left of it. */
  readonly number: number | null;
  readonly batchId: number | null;
}

type Cell = string | number | bigint | null;

/** What was taken on, as it was stated: beside what became of it here. */
@Injectable()
export class TakenOnStore {
  async addCustomers(tx: Tx, { runId, chunk }: TakenWith, codes: readonly string[]): Promise<void> {
    await copy(
      tx,
      'taken_on_customer (customer_code, run_id, chunk)',
      codes.map((code) => [code, runId, chunk]),
    );
  }

  async addAccounts(tx: Tx, { runId, chunk }: TakenWith, ids: readonly number[]): Promise<void> {
    await copy(
      tx,
      'taken_on_account (account_id, run_id, chunk)',
      ids.map((id) => [id, runId, chunk]),
    );
  }

  async addSubscriptions(
    tx: Tx,
    { runId, chunk }: TakenWith,
    taken: readonly SubscriptionOnRecord[],
  ): Promise<void> {
    await copy(
      tx,
      `taken_on_subscription (account_id, old_id, run_id, chunk, plan_version_id, began_at, anchor_day, next_cycle_at,
         channel, subscription_id)`,
      taken.map(({ accountId, line, planVersionId, anchorDay, subscriptionId }) => {
        const { subscription, startsAt, nextCycleAt, channel } = line;
        const when = [iso(startsAt), anchorDay, iso(nextCycleAt)];
        return [
          accountId,
          subscription,
          runId,
          chunk,
          planVersionId,
          ...when,
          channel ?? null,
          subscriptionId,
        ];
      }),
    );
  }

  async addGrants(tx: Tx, { runId, chunk }: TakenWith, taken: readonly GrantOnRecord[]): Promise<void> {
    await copy(
      tx,
      `taken_on_grant (account_id, old_id, old_subscription_id, run_id, chunk, original_tokens, used_tokens, price_gross,
         price_net, rest_gross, rest_net, effective_at, expires_at, number, batch_id)`,
      taken.map(({ accountId, line, number, batchId }) => {
        const { grant, subscription, originalTokens, usedTokens } = line;
        const money = [line.priceGross, line.priceNet, line.restGross, line.restNet].map(formatYuan);
        const when = [iso(line.effectiveAt), iso(line.expiresAt)];
        const named = [accountId, grant, subscription, runId, chunk, originalTokens, usedTokens];
        return [...named, ...money, ...when, number, batchId];
      }),
    );
  }
}

const iso = (at: Instant | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

async function copy(tx: Tx, table: string, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return;
  const lines = rows.map((row) => `${row.map(cellOf).join('\t')}\n`);
  await tx.copyIn(`COPY ciyuan.${table} FROM STDIN`, lines);
}

const cellOf = (cell: Cell): string =>
  cell === null ? COPY_NULL : typeof cell === 'string' ? copyText(cell) : String(cell);
