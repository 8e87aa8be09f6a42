import { Injectable } from '@nestjs/common';
import type { AccountStatus, Applicant, CustomerKind } from '@ciyuan/core/catalogue';
import type { Tx } from '@ciyuan/platform/database';

interface ApplicantRow {
  segment: string;
  status: AccountStatus;
  region: string | null;
  customer: string | null;
  kind: CustomerKind | null;
  verified_at: Date | null;
}

/** What an order asks of an account and its customer, but for what they have taken up. */
export type KnownApplicant = Omit<Applicant, 'hasTaken' | 'running'> & { readonly status: AccountStatus };

@Injectable()
export class ApplicantsStore {
  /** As it is now: whoever decides by it holds the account's lock, which a change of the status takes too. */
  async read(tx: Tx, accountId: number): Promise<KnownApplicant> {
    const [row] = await tx.rows<ApplicantRow>(
      `SELECT a.segment, a.status, coalesce(a.region, c.region) AS region, c.code AS customer, c.kind, c.verified_at
         FROM ciyuan.account AS a LEFT JOIN ciyuan.customer AS c ON c.code = a.customer_code
        WHERE a.account_id = $1`,
      [accountId],
    );
    if (row === undefined) throw new Error(`there is no account ${accountId}`);
    const { segment, status, region, customer: code, kind, verified_at: verified } = row;
    const verifiedAt = verified === null ? null : verified.getTime();
    return {
      segment,
      status,
      region,
      customer: code === null || kind === null ? null : { code, kind, verifiedAt },
    };
  }
}
