import type { GrantState } from '@ciyuan/core/charging';
import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { COPY_NULL, copyChunks, type Tx } from '@ciyuan/platform/database';

export interface IssuedGrant {
  readonly accountId: number;
  readonly grant: GrantState;
}

const COLUMNS = [
  'account_id',
  'number',
  'subscription_id',
  'cycle',
  'plan_version_id',
  'coefficient_version_id',
  'channel',
  'priority',
  'granted_at',
  'effective_at',
  'expires_at',
  'quantity_milli',
  'price_gross',
  'price_net',
  'drawn_milli',
  'expired_milli',
  'origin',
  'released_milli',
  'released_gross',
  'released_net',
  'from_account_id',
  'from_number',
];

/** Adds grants as they stand at the end of the write that issued them. */
export async function insertGrants(tx: Tx, issued: readonly IssuedGrant[]): Promise<void> {
  if (issued.length === 0) return;
  const rows = issued.map(({ accountId, grant }) => `${valuesOf(accountId, grant).join('\t')}\n`);
  await tx.copyIn(`COPY ciyuan.grant_bucket (${COLUMNS.join(', ')}) FROM STDIN`, copyChunks(rows));
}

function valuesOf(accountId: number, grant: GrantState): (string | number | bigint)[] {
  return [
    accountId,
    grant.number,
    grant.subscriptionId ?? COPY_NULL,
    grant.cycle,
    grant.plan.id,
    grant.coefficientVersionId ?? COPY_NULL,
    grant.channel ?? COPY_NULL,
    grant.priority,
    formatInstant(grant.grantedAt),
    formatInstant(grant.effectiveAt),
    grant.expiresAt === null ? COPY_NULL : formatInstant(grant.expiresAt),
    grant.quantityMilli,
    formatYuan(grant.priceGross),
    formatYuan(grant.priceNet),
    grant.drawnMilli,
    grant.expiredMilli,
    grant.origin,
    grant.releasedMilli,
    formatYuan(grant.releasedGross),
    formatYuan(grant.releasedNet),
    grant.from?.accountId ?? COPY_NULL,
    grant.from?.number ?? COPY_NULL,
  ];
}
