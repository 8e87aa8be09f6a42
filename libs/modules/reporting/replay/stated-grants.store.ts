import { Injectable } from '@nestjs/common';
import type { AccountEvent, StatedGrant } from '@ciyuan/core/charging';
import { parseYuan } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { LoggedEvent } from './logged-event';

interface StatedRow {
  number: string;
  batch_id: string | null;
  origin: StatedGrant['origin'];
  plan_version_id: string;
  subscription_id: string | null;
  cycle: number;
  channel: string | null;
  quantity_milli: string;
  price_gross: string;
  price_net: string;
  granted_at: Date;
  effective_at: Date;
  expires_at: Date | null;
  priority: number;
  coefficient_version_id: string | null;
  from_account_id: string | null;
  from_number: string | null;
}

/** Grants whose terms follow from nothing else that happened to the account: they are read back from the grants. */
@Injectable()
export class StatedGrantsStore {
  async events(tx: Tx, accountId: number): Promise<LoggedEvent[]> {
    const rows = await tx.rows<StatedRow>(
      `SELECT g.*, m.batch_id FROM ciyuan.grant_bucket AS g
         LEFT JOIN ciyuan.grant_movement AS m
           ON m.account_id = g.account_id AND m.grant_number = g.number AND m.sequence = g.number AND m.kind = g.origin
        WHERE g.account_id = $1 AND g.origin IN ('received', 'stated') ORDER BY g.number`,
      [accountId],
      'stated_grants',
    );
    return rows.map((row) => ({
      batchId: row.batch_id === null ? null : Number(row.batch_id),
      event: eventOf(row),
    }));
  }
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

function eventOf(row: StatedRow): AccountEvent {
  const { origin, cycle, channel, priority } = row;
  return {
    kind: 'granted',
    sequence: Number(row.number),
    origin,
    planVersionId: Number(row.plan_version_id),
    subscriptionId: numberOf(row.subscription_id),
    cycle,
    channel,
    quantityMilli: BigInt(row.quantity_milli),
    priceGross: parseYuan(row.price_gross),
    priceNet: parseYuan(row.price_net),
    grantedAt: row.granted_at.getTime(),
    effectiveAt: row.effective_at.getTime(),
    expiresAt: row.expires_at === null ? null : row.expires_at.getTime(),
    priority,
    // A received grant has those of the one that gave it; of others the plan says which they are.
    ...(origin === 'received' && { coefficientVersionId: numberOf(row.coefficient_version_id) }),
    from:
      row.from_number === null
        ? null
        : { accountId: Number(row.from_account_id), number: Number(row.from_number) },
  };
}
