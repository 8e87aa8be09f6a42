import { Injectable } from '@nestjs/common';
import {
  grantCoefficients,
  grantId,
  type ChargingCatalogue,
  type GrantOrigin,
  type GrantState,
} from '@ciyuan/core/charging';
import { grantedModels, type Plan, type Version } from '@ciyuan/core/catalogue';
import { formatInstant, parseYuan, pattern } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import { insertGrants, type IssuedGrant } from './insert-grants.store';
import { updateGrants } from './update-grants.store';

interface GrantRow {
  account_id: string;
  number: string;
  subscription_id: string | null;
  cycle: number;
  plan_version_id: string;
  coefficient_version_id: string | null;
  channel: string | null;
  priority: number;
  granted_at: Date;
  effective_at: Date;
  expires_at: Date | null;
  quantity_milli: string;
  price_gross: string;
  price_net: string;
  drawn_milli: string;
  expired_milli: string;
  origin: GrantOrigin;
  released_milli: string;
  released_gross: string;
  released_net: string;
  from_account_id: string | null;
  from_number: string | null;
}

/** Buckets of package tokens; only drawing, releasing to another one and expiring ever change one. */
@Injectable()
export class GrantsStore {
  private readonly matchers = new Map<number, (model: string) => boolean>();

  /** The grants of locked accounts that a record at or after `from` could still draw on, in no order. */
  async load(
    tx: Tx,
    accountIds: readonly number[],
    from: number,
    catalogue: ChargingCatalogue,
  ): Promise<Map<number, GrantState[]>> {
    const rows = await tx.rows<GrantRow>(
      `SELECT * FROM ciyuan.grant_bucket
        WHERE account_id = ANY ($1::bigint[]) AND (expires_at IS NULL OR expires_at > $2)`,
      [plainArray(accountIds), formatInstant(from)],
      'load_grants',
    );
    const byAccount = new Map<number, GrantState[]>();
    for (const row of rows) {
      const accountId = Number(row.account_id);
      const grants = byAccount.get(accountId);
      if (grants === undefined) byAccount.set(accountId, [this.read(row, catalogue)]);
      else grants.push(this.read(row, catalogue));
    }
    return byAccount;
  }

  async insert(tx: Tx, issued: readonly IssuedGrant[]): Promise<void> {
    await insertGrants(tx, issued);
  }

  async update(tx: Tx, changed: readonly IssuedGrant[]): Promise<void> {
    await updateGrants(tx, changed);
  }

  /** Accounts that hold a grant which expired by `until` with something left. */
  async accountsWithLapsed(tx: Tx, until: number, afterAccountId: number, limit: number): Promise<number[]> {
    const rows = await tx.rows<{ account_id: string }>(
      `SELECT DISTINCT account_id FROM ciyuan.grant_bucket
        WHERE account_id > $1 AND expires_at <= $2 AND drawn_milli + released_milli + expired_milli < quantity_milli
        ORDER BY account_id LIMIT $3`,
      [afterAccountId, formatInstant(until), limit],
    );
    return rows.map((row) => Number(row.account_id));
  }

  /** How many grants that expire by `end` have something left, although nobody waits for late records any more at `now`. */
  async expiriesDue(tx: Tx, end: number, now: number): Promise<number> {
    const rows = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count
         FROM ciyuan.grant_bucket AS g JOIN ciyuan.catalogue_document AS p ON p.id = g.plan_version_id
        WHERE g.expires_at <= $1 AND g.drawn_milli + g.released_milli + g.expired_milli < g.quantity_milli
          AND g.expires_at + (p.body ->> 'latenessHours')::integer * interval '1 hour' <= $2`,
      [formatInstant(end), formatInstant(now)],
    );
    return Number(rows[0]?.count);
  }

  private read(row: GrantRow, catalogue: ChargingCatalogue): GrantState {
    const plan = catalogue.plan(Number(row.plan_version_id));
    const number = Number(row.number);
    const quantityMilli = BigInt(row.quantity_milli);
    const drawnMilli = BigInt(row.drawn_milli);
    const releasedMilli = BigInt(row.released_milli);
    const coefficientVersionId =
      row.coefficient_version_id === null ? null : Number(row.coefficient_version_id);
    return {
      id: grantId(number),
      number,
      plan,
      subscriptionId: row.subscription_id === null ? null : Number(row.subscription_id),
      cycle: row.cycle,
      channel: row.channel,
      coefficientVersionId,
      coefficients: grantCoefficients(plan.body, coefficientVersionId, catalogue),
      matchesModel: this.matcherOf(plan),
      priority: row.priority,
      grantedAt: row.granted_at.getTime(),
      effectiveAt: row.effective_at.getTime(),
      expiresAt: row.expires_at === null ? null : row.expires_at.getTime(),
      quantityMilli,
      priceGross: parseYuan(row.price_gross),
      priceNet: parseYuan(row.price_net),
      drawnMilli,
      expiredMilli: BigInt(row.expired_milli),
      leftMilli: quantityMilli - drawnMilli - releasedMilli,
      origin: row.origin,
      from:
        row.from_number === null
          ? null
          : { accountId: Number(row.from_account_id), number: Number(row.from_number) },
      releasedMilli,
      releasedGross: parseYuan(row.released_gross),
      releasedNet: parseYuan(row.released_net),
      isNew: false,
      isChanged: false,
    };
  }

  private matcherOf(plan: Version<Plan>): (model: string) => boolean {
    let matcher = this.matchers.get(plan.id);
    if (matcher === undefined) {
      const patterns = grantedModels(plan.body).map(pattern);
      matcher = (model) => patterns.some((one) => one.matches(model));
      this.matchers.set(plan.id, matcher);
    }
    return matcher;
  }
}
