import { formatYuan } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import type { IssuedGrant } from './insert-grants.store';

/** Writes what was drawn, released and expired of grants that were there before. */
export async function updateGrants(tx: Tx, changed: readonly IssuedGrant[]): Promise<void> {
  if (changed.length === 0) return;
  const hasReleased = changed.some(({ grant }) => grant.releasedMilli > 0n);
  await (hasReleased ? updateReleased(tx, changed) : updateDrawn(tx, changed));
}

async function updateDrawn(tx: Tx, changed: readonly IssuedGrant[]): Promise<void> {
  await tx.rows(
    `UPDATE ciyuan.grant_bucket AS g SET drawn_milli = t.drawn, expired_milli = t.expired
       FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS t (account_id, number, drawn, expired)
      WHERE g.account_id = t.account_id AND g.number = t.number`,
    [
      plainArray(changed.map((one) => one.accountId)),
      plainArray(changed.map((one) => one.grant.number)),
      plainArray(changed.map((one) => one.grant.drawnMilli)),
      plainArray(changed.map((one) => one.grant.expiredMilli)),
    ],
    'update_grants',
  );
}

/** Few writes change a grant that has left something to others: the rest need not say what was left. */
async function updateReleased(tx: Tx, changed: readonly IssuedGrant[]): Promise<void> {
  await tx.rows(
    `UPDATE ciyuan.grant_bucket AS g
        SET drawn_milli = t.drawn, expired_milli = t.expired, released_milli = t.released,
            released_gross = t.gross, released_net = t.net
       FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::numeric[], $7::numeric[])
         AS t (account_id, number, drawn, expired, released, gross, net)
      WHERE g.account_id = t.account_id AND g.number = t.number`,
    [
      plainArray(changed.map((one) => one.accountId)),
      plainArray(changed.map((one) => one.grant.number)),
      plainArray(changed.map((one) => one.grant.drawnMilli)),
      plainArray(changed.map((one) => one.grant.expiredMilli)),
      plainArray(changed.map((one) => one.grant.releasedMilli)),
      plainArray(changed.map((one) => formatYuan(one.grant.releasedGross))),
      plainArray(changed.map((one) => formatYuan(one.grant.releasedNet))),
    ],
    'update_released_grants',
  );
}
