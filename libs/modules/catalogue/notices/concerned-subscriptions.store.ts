import { Injectable } from '@nestjs/common';
import { textArray, type Tx } from '@ciyuan/platform/database';
import type { AnnouncedVersion } from './price-notices.store';

/** A subscription that goes on when an announced version begins, and is charged by its document. */
export interface ConcernedSubscription {
  readonly accountId: number;
  readonly subscriptionId: number;
  readonly account: string;
  readonly customer: string | null;
  readonly segment: string;
  readonly channel: string | null;
  readonly plan: string;
  readonly planVersion: number;
}

/** The last subscription of the page before. */
export type ConcernedPlace = Pick<ConcernedSubscription, 'accountId' | 'subscriptionId'>;

interface ConcernedRow {
  account_id: string;
  subscription_id: string;
  account: string;
  customer: string | null;
  segment: string;
  channel: string | null;
  plan: string;
  plan_version: number;
}

/** Of a plan its own subscriptions, of a price book the base tariffs that name it, as they were sold. */
const CONCERNED = `
  SELECT s.account_id, s.id AS subscription_id, a.code AS account, a.customer_code AS customer, a.segment, s.channel,
         s.plan_code AS plan, p.version AS plan_version
    FROM ciyuan.subscription AS s
    JOIN ciyuan.account AS a ON a.account_id = s.account_id
    JOIN ciyuan.catalogue_document AS p ON p.id = s.plan_version_id
   WHERE (s.ends_at IS NULL OR s.ends_at > $1)
     AND CASE $2::text WHEN 'plan' THEN s.plan_code = $3 ELSE s.is_base AND p.body ->> 'priceBook' = $3 END
     AND ($4::text[] IS NULL OR a.segment = ANY ($4))
     AND ($5::bigint IS NULL OR (s.account_id, s.id) > ($5, $6::bigint))
   ORDER BY s.account_id, s.id LIMIT $7`;

/** Whom a notice concerns, in the order of the accounts' ids. */
@Injectable()
export class ConcernedSubscriptionsStore {
  async list(
    tx: Tx,
    { kind, code, effectiveFrom, audience }: AnnouncedVersion,
    after: ConcernedPlace | undefined,
    limit: number,
  ): Promise<ConcernedSubscription[]> {
    const rows = await tx.rows<ConcernedRow>(CONCERNED, [
      new Date(effectiveFrom),
      kind,
      code,
      audience.segments === undefined ? null : textArray(audience.segments),
      after?.accountId ?? null,
      after?.subscriptionId ?? null,
      limit,
    ]);
    return rows.map(({ account_id, subscription_id, plan_version, ...row }) => ({
      accountId: Number(account_id),
      subscriptionId: Number(subscription_id),
      ...row,
      planVersion: plan_version,
    }));
  }
}
