import { Injectable } from '@nestjs/common';
import { COUNTERS } from '@ciyuan/core/usage';
import { plainArray, type Tx } from '@ciyuan/platform/database';
import type { FigureRows } from './figures';

interface FigureRow {
  figure: string;
  columns: Record<string, string>;
}

/** Columns as text, the way that computed figures are written: instants in milliseconds, decimals at their shortest. */
const columns = (table: string, parts: Readonly<Record<string, string>>): string =>
  `jsonb_build_object(${Object.entries(parts)
    .map(([name, read]) => `'${name}', coalesce(${read.replaceAll('$', `${table}.`)}, '')`)
    .join(', ')})`;

const plain = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `$${name}::text`]));
const yuan = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `trim_scale($${name})::text`]));
const instants = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `(extract(epoch FROM $${name}) * 1000)::bigint::text`]));

const GRANT = columns('g', {
  ...plain('subscription_id', 'cycle', 'plan_version_id', 'coefficient_version_id', 'channel', 'priority'),
  ...plain('quantity_milli', 'origin', 'from_account_id', 'from_number'),
  ...instants('granted_at', 'effective_at', 'expires_at'),
  ...yuan('price_gross', 'price_net'),
});
const GRANT_BALANCE = columns('g', {
  ...plain('drawn_milli', 'expired_milli', 'released_milli'),
  ...yuan('released_gross', 'released_net'),
});
const MOVEMENT = columns('m', { ...plain('batch_id', 'milli_tokens'), ...instants('at') });
const COST_GAP = columns('c', { ...plain('usage_month', 'party', 'detail'), ...instants('at') });
const ENTRY = columns('e', {
  ...plain('batch_id', 'closes', 'shortfall', 'make_up_granted', 'make_up_used', 'make_up_lapsed'),
  ...yuan('gross', 'net', 'deferred_gross', 'deferred_net', 'recognised_gross', 'recognised_net'),
});
/** Two objects: a function takes no more than a hundred arguments. */
const CORRECTION = [
  columns('c', {
    ...plain('kind', 'record_sequence', 'reversed_sequence', 'records', 'batch_id', 'accounting_month'),
    ...plain('model', 'vendor', 'compute_owner', 'chip_kind', 'grant_number', 'drawn_milli'),
    ...plain('first_drawn_milli', 'covered_tokens', 'overage_tokens', 'overage_kind', 'base_plan_version_id'),
    ...plain('price_version_id', 'commitment_subscription_id', 'commitment_tokens'),
    ...instants('at'),
    ...yuan('recognised_gross', 'recognised_net', 'usage_gross', 'vendor_cost', 'compute_cost'),
    ...yuan('commitment_gross'),
  }),
  columns('c', plain(...COUNTERS)),
].join(' || ');
const CHANGE = columns('c', {
  ...plain(
    'subscription_id',
    'batch_id',
    'kind',
    'ends',
    'successor_id',
    'plan_version_id',
    'channel',
    'cycle',
  ),
  ...plain('begins'),
  ...instants('ends_at', 'prices_as_of', 'prices_until'),
});
const FEE = columns('f', {
  ...plain('batch_id', 'accounting_month'),
  ...instants('at'),
  ...yuan('gross', 'net'),
});
const LAPSE = columns('l', { ...plain('subscription_id', 'batch_id'), ...instants('ends_at') });
/** Whatever else stands in a pin is shown, too. */
const PINS = `(SELECT string_agg(concat_ws(' ', pin ->> 'sequence', pin ->> 'asOf', coalesce(pin ->> 'until', ''),
    nullif((pin - '{sequence,asOf,until}'::text[])::text, '{}')), ',' ORDER BY place)
    FROM jsonb_array_elements($price_pins) WITH ORDINALITY AS held (pin, place))`;
const SUBSCRIPTION = columns('s', {
  ...plain('plan_version_id', 'plan_code', 'is_base', 'channel', 'anchor_day', 'next_cycle'),
  ...plain('follows'),
  ...instants('starts_at', 'ends_at', 'next_cycle_at', 'suspended_at'),
  price_pins: PINS,
});

/** One statement an account: everything of it but records and journals, which may be many. */
const OF_ACCOUNT = `
  SELECT format('account_state %s', account_id) AS figure,
         jsonb_build_object('next_sequence', next_sequence::text) AS columns
    FROM ciyuan.account_state WHERE account_id = $1
  UNION ALL SELECT format('subscription %s/%s', account_id, id), ${SUBSCRIPTION}
    FROM ciyuan.subscription AS s WHERE account_id = $1
  UNION ALL SELECT format('grant_bucket %s/%s', account_id, number), ${GRANT}
    FROM ciyuan.grant_bucket AS g WHERE account_id = $1
  UNION ALL SELECT format('grant_balance %s/%s', account_id, number),
         ${GRANT_BALANCE}
    FROM ciyuan.grant_bucket AS g WHERE account_id = $1
  UNION ALL SELECT format('grant_movement %s/%s %s %s', account_id, sequence, grant_number, kind), ${MOVEMENT}
    FROM ciyuan.grant_movement AS m WHERE account_id = $1
  UNION ALL SELECT format('cost_suspense %s/%s %s', account_id, sequence, role), ${COST_GAP}
    FROM ciyuan.cost_suspense AS c WHERE account_id = $1
  UNION ALL SELECT format('cost_settled %s/%s %s', account_id, sequence, role),
         jsonb_build_object('settled_sequence', coalesce(settled_sequence::text, ''))
    FROM ciyuan.cost_suspense WHERE account_id = $1
  UNION ALL SELECT format('commitment_entry %s/%s %s %s', account_id, sequence, subscription_id, period), ${ENTRY}
    FROM ciyuan.commitment_entry AS e WHERE account_id = $1
  UNION ALL SELECT format('usage_correction %s/%s', account_id, sequence), ${CORRECTION}
    FROM ciyuan.usage_correction AS c WHERE account_id = $1
  UNION ALL SELECT format('re_rating_run %s/%s', account_id, batch_id),
         jsonb_build_object('through_sequence', through_sequence::text, 'changed', changed::text, 'kept', kept::text)
    FROM ciyuan.re_rating_run WHERE account_id = $1 AND changed > 0
  UNION ALL SELECT format('subscription_change %s/%s', account_id, sequence), ${CHANGE}
    FROM ciyuan.subscription_change AS c WHERE account_id = $1
  UNION ALL SELECT format('fee_charge %s/%s %s', account_id, sequence, part), ${FEE}
    FROM ciyuan.fee_charge AS f WHERE account_id = $1
  UNION ALL SELECT format('subscription_lapse %s/%s', account_id, sequence), ${LAPSE}
    FROM ciyuan.subscription_lapse AS l WHERE account_id = $1
  UNION ALL SELECT format('tier_counter %s %s', account_id, key), jsonb_build_object('quantity', quantity::text)
    FROM ciyuan.tier_counter WHERE account_id = $1`;

/** What is on record, as text: to be compared with what the same events give when they are computed again. */
@Injectable()
export class StoredFiguresStore {
  async ofAccount(tx: Tx, accountId: number): Promise<FigureRows> {
    return rowsOf(await tx.rows<FigureRow>(OF_ACCOUNT, [accountId], 'figures_of_account'));
  }

  /** The account's journals of some writes: each ledger account of a month summed up. */
  async journals(tx: Tx, accountId: number, batchIds: readonly number[]): Promise<FigureRows> {
    const rows = await tx.rows<FigureRow>(
      `SELECT concat_ws(' ', format('journal_line %s/%s', account_id, batch_id), accounting_month, asset, ledger_account,
                party) AS figure,
              jsonb_build_object('amount', trim_scale(sum(amount))::text) AS columns
         FROM ciyuan.journal_line WHERE account_id = $1 AND batch_id = ANY ($2::bigint[])
        GROUP BY account_id, batch_id, accounting_month, asset, ledger_account, party`,
      [accountId, plainArray(batchIds)],
      'figures_of_journals',
    );
    return rowsOf(rows);
  }

  /** How many lines {@link journals} has over all writes; invoices, adjustments and payments are no events of one. */
  async journalCount(tx: Tx, accountId: number): Promise<number> {
    const [row] = await tx.rows<{ count: string }>(
      `SELECT count(*) FROM (SELECT DISTINCT batch_id, accounting_month, asset, ledger_account, party
                               FROM ciyuan.journal_line AS l WHERE account_id = $1
                                AND batch_id NOT IN (SELECT batch_id FROM ciyuan.billing_batch)
                                AND NOT EXISTS (SELECT FROM ciyuan.money_line AS m
                                                 WHERE m.account_id = $1 AND m.batch_id = l.batch_id)) AS line`,
      [accountId],
      'count_of_journals',
    );
    return Number(row?.count);
  }
}

const rowsOf = (rows: readonly FigureRow[]): FigureRows =>
  new Map(rows.map(({ figure, columns: values }) => [figure, values]));
