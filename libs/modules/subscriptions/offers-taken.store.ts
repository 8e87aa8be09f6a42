import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export interface TakenOffer {
  readonly planCode: string;
  readonly customerCode: string;
  readonly accountId: number;
  readonly subscriptionId: number;
  readonly takenAt: Instant;
}

/** What is given once a customer, and who has had it. */
@Injectable()
export class OffersTakenStore {
  /** Whether the customer has had it, or took it up with any of its accounts before it was given only once, or elsewhere. */
  async hasTaken(tx: Tx, planCode: string, customerCode: string): Promise<boolean> {
    const rows = await tx.rows(
      `SELECT 1 FROM ciyuan.offer_taken WHERE plan_code = $1 AND customer_code = $2
       UNION ALL
       SELECT 1 FROM ciyuan.subscription AS s JOIN ciyuan.account AS a ON a.account_id = s.account_id
        WHERE s.plan_code = $1 AND a.customer_code = $2
       UNION ALL
       SELECT 1 FROM ciyuan.taken_on_subscription AS t JOIN ciyuan.account AS a ON a.account_id = t.account_id
         JOIN ciyuan.catalogue_document AS d ON d.id = t.plan_version_id
        WHERE d.code = $1 AND a.customer_code = $2
        LIMIT 1`,
      [planCode, customerCode],
    );
    return rows.length > 0;
  }

  /**
   * Notes that the customer has it now; false where it had it before. Whoever else is just noting the same is waited
   * for: it commits and this is false, or it rolls back and this is true.
   */
  async add(tx: Tx, offer: TakenOffer): Promise<boolean> {
    const { planCode, customerCode, accountId, subscriptionId, takenAt } = offer;
    const added = await tx.rows(
      `INSERT INTO ciyuan.offer_taken (plan_code, customer_code, account_id, subscription_id, taken_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (plan_code, customer_code) DO NOTHING RETURNING plan_code`,
      [planCode, customerCode, accountId, subscriptionId, new Date(takenAt)],
    );
    return added.length === 1;
  }
}
