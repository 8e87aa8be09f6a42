import { Injectable } from '@nestjs/common';
import type { ChargingCatalogue, PricePin, SubscriptionState } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';

interface SubscriptionRow {
  account_id: string;
  id: string;
  plan_version_id: string;
  channel: string | null;
  starts_at: Date;
  ends_at: Date | null;
  anchor_day: number;
  next_cycle: number;
  next_cycle_at: Date | null;
  suspended_at: Date | null;
  follows: string | null;
  price_pins: PricePin[];
}

export interface AccountSubscription {
  readonly accountId: number;
  readonly subscription: SubscriptionState;
}

/** What accounts have taken up. Exactly one base subscription at an instant: the table refuses a second. */
@Injectable()
export class SubscriptionsStore {
  /** By account, in the order in which they were taken up. */
  async load(
    tx: Tx,
    accountIds: readonly number[],
    catalogue: ChargingCatalogue,
  ): Promise<Map<number, SubscriptionState[]>> {
    const rows = await tx.rows<SubscriptionRow>(
      'SELECT * FROM ciyuan.subscription WHERE account_id = ANY ($1::bigint[]) ORDER BY account_id, id',
      [plainArray(accountIds)],
      'load_subscriptions',
    );
    const byAccount = new Map<number, SubscriptionState[]>();
    for (const row of rows) {
      const id = Number(row.account_id);
      const subscriptions = byAccount.get(id);
      if (subscriptions === undefined) byAccount.set(id, [read(row, catalogue)]);
      else subscriptions.push(read(row, catalogue));
    }
    return byAccount;
  }

  async insert(tx: Tx, taken: readonly AccountSubscription[], createdAt: Instant): Promise<void> {
    for (const { accountId, subscription } of taken) {
      await tx.rows(
        `INSERT INTO ciyuan.subscription (account_id, id, plan_version_id, plan_code, is_base, channel, starts_at,
           ends_at, anchor_day, next_cycle, next_cycle_at, created_at, suspended_at, follows, price_pins)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        valuesOf(accountId, subscription, createdAt),
      );
    }
  }

  /** Writes how far the changed subscriptions have been renewed, how long they run, and by which prices. */
  async update(tx: Tx, changed: readonly AccountSubscription[]): Promise<void> {
    if (changed.length === 0) return;
    await tx.rows(
      `UPDATE ciyuan.subscription AS s SET next_cycle = t.next_cycle, next_cycle_at = t.next_cycle_at, ends_at = t.ends_at,
              suspended_at = t.suspended_at, price_pins = t.price_pins
         FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
                     $7::jsonb[]) AS t (account_id, id, next_cycle, next_cycle_at, ends_at, suspended_at, price_pins)
        WHERE s.account_id = t.account_id AND s.id = t.id`,
      [
        plainArray(changed.map((one) => one.accountId)),
        plainArray(changed.map((one) => one.subscription.id)),
        plainArray(changed.map((one) => one.subscription.nextCycle)),
        changed.map((one) => dateOf(one.subscription.nextCycleAt)),
        changed.map((one) => dateOf(one.subscription.endsAt)),
        changed.map((one) => dateOf(one.subscription.suspendedAt)),
        changed.map((one) => JSON.stringify(one.subscription.pricePins)),
      ],
      'update_subscriptions',
    );
  }

  /** The plans that an account has running at an instant, by their codes. */
  async runningAt(tx: Tx, accountId: number, at: Instant): Promise<string[]> {
    const rows = await tx.rows<{ plan_code: string }>(
      `SELECT DISTINCT plan_code FROM ciyuan.subscription
        WHERE account_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)`,
      [accountId, new Date(at)],
    );
    return rows.map((row) => row.plan_code);
  }

  /** Accounts with a cycle that begins by `until` and has no grant yet. */
  async accountsDue(tx: Tx, until: number, afterAccountId: number, limit: number): Promise<number[]> {
    const rows = await tx.rows<{ account_id: string }>(
      `SELECT DISTINCT account_id FROM ciyuan.subscription
        WHERE account_id > $1 AND next_cycle_at <= $2 AND suspended_at IS NULL ORDER BY account_id LIMIT $3`,
      [afterAccountId, new Date(until), limit],
    );
    return rows.map((row) => Number(row.account_id));
  }

  /**
   * How many cycles that begin before `end`, and periods of commitments that end by then, are due at `now` and have no
   * grant yet, or are not closed.
   */
  async dueWithin(tx: Tx, end: number, now: number): Promise<number> {
    const rows = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count
         FROM ciyuan.subscription AS s JOIN ciyuan.catalogue_document AS p ON p.id = s.plan_version_id
        WHERE s.next_cycle_at <= $2 AND s.suspended_at IS NULL
          AND CASE WHEN coalesce(p.body #>> '{commitment,mode}', 'prepaid') = 'prepaid' THEN s.next_cycle_at < $1
                   ELSE s.next_cycle_at - (p.body ->> 'latenessHours')::integer * interval '1 hour' <= $1 END`,
      [new Date(end), new Date(now)],
    );
    return Number(rows[0]?.count);
  }
}

function read(row: SubscriptionRow, catalogue: ChargingCatalogue): SubscriptionState {
  return {
    id: Number(row.id),
    plan: catalogue.plan(Number(row.plan_version_id)),
    channel: row.channel,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at === null ? null : row.ends_at.getTime(),
    anchorDay: row.anchor_day,
    nextCycle: row.next_cycle,
    nextCycleAt: row.next_cycle_at === null ? null : row.next_cycle_at.getTime(),
    suspendedAt: row.suspended_at === null ? null : row.suspended_at.getTime(),
    follows: row.follows === null ? null : Number(row.follows),
    pricePins: row.price_pins,
    isNew: false,
    isChanged: false,
  };
}

const dateOf = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));

function valuesOf(accountId: number, taken: SubscriptionState, createdAt: Instant): unknown[] {
  return [
    accountId,
    taken.id,
    taken.plan.id,
    taken.plan.code,
    taken.plan.body.role === 'base',
    taken.channel,
    new Date(taken.startsAt),
    dateOf(taken.endsAt),
    taken.anchorDay,
    taken.nextCycle,
    dateOf(taken.nextCycleAt),
    new Date(createdAt),
    dateOf(taken.suspendedAt),
    taken.follows,
    JSON.stringify(taken.pricePins),
  ];
}
