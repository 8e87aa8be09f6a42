import { Injectable } from '@nestjs/common';
import type {
  BeginOfRenewal,
  EndOfSubscription,
  SubscriptionAction,
  SubscriptionChangeKind,
} from '@ciyuan/core/charging';
import type { Tx } from '@ciyuan/platform/database';
import type { LoggedEvent } from './logged-event';

interface ChangeRow {
  sequence: string;
  subscription_id: string;
  batch_id: string;
  kind: SubscriptionChangeKind;
  ends: EndOfSubscription | null;
  plan_version_id: string | null;
  channel: string | null;
  cycle: number | null;
  begins: BeginOfRenewal | null;
  prices_as_of: Date | null;
  prices_until: Date | null;
  written_at: Date | null;
}

/** What was done to subscriptions after their orders, as events of their account. */
@Injectable()
export class SubscriptionLogStore {
  async events(tx: Tx, accountId: number): Promise<LoggedEvent[]> {
    const rows = await tx.rows<ChangeRow>(
      `SELECT c.*, w.written_at
         FROM ciyuan.subscription_change AS c LEFT JOIN ciyuan.account_write AS w ON w.batch_id = c.batch_id
        WHERE c.account_id = $1 ORDER BY c.sequence`,
      [accountId],
      'subscription_events',
    );
    return rows.map((row) => ({
      batchId: Number(row.batch_id),
      event: {
        kind: 'subscription',
        sequence: Number(row.sequence),
        subscriptionId: Number(row.subscription_id),
        action: actionOf(row),
        now: row.written_at?.getTime() ?? 0,
      },
    }));
  }
}

function actionOf({ kind, ...row }: ChangeRow): SubscriptionAction {
  const when = row.ends as EndOfSubscription;
  const sold = { planVersionId: Number(row.plan_version_id), channel: row.channel };
  switch (kind) {
    case 'ended':
      return { kind, when };
    case 'plan_changed':
      return { kind, when, ...sold };
    case 'renewed':
      return { kind, cycle: Number(row.cycle), begins: row.begins as BeginOfRenewal, ...sold };
    case 'prices_pinned':
      return { kind, asOf: row.prices_as_of?.getTime() ?? 0, until: row.prices_until?.getTime() ?? null };
    default:
      return { kind };
  }
}
