import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { ResolutionState } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { Difference, DifferenceSide, DifferingOutcome, DisputedDifference } from './difference';
import type { PartnerRole } from './reconciliation-run';

interface DifferenceRow {
  id: string;
  run_id: string;
  key: string;
  outcome: DifferingOutcome;
  at: Date | null;
  model: string | null;
  tenant: string | null;
  plan: string | null;
  kind: string | null;
  our_month: string | null;
  our_counts: Record<string, string> | null;
  our_tokens: string;
  our_amount: string;
  their_line: number | null;
  their_counts: Record<string, string> | null;
  their_tokens: string;
  their_amount: string;
  tokens_apart: string;
  amount_apart: string;
  resolution: ResolutionState;
  reason: string | null;
  resolved_by: string | null;
  resolved_at: Date | null;
}

interface OfRun {
  party: string;
  role: PartnerRole;
  month: string;
  currency: string;
}

export type DifferenceSort = 'key' | 'amount' | 'tokens';

/** By size without its sign, amounts to a millionth; the largest first unless said otherwise. */
export const DIFFERENCE_ORDER: ListOrder<DifferenceSort> = {
  columns: {
    key: { sql: 'd.key', type: 'text' },
    amount: { sql: '(abs(d.amount_apart) * 1000000)::bigint', type: 'bigint' },
    tokens: { sql: 'abs(d.tokens_apart)::bigint', type: 'bigint' },
  },
  ties: [{ sql: 'd.id', type: 'bigint' }],
  initial: '-amount',
};

export interface DifferenceFilter {
  readonly runId: number;
  readonly outcome?: DifferingOutcome | undefined;
  readonly model?: string | undefined;
  readonly tenant?: string | undefined;
  readonly resolution?: ResolutionState | undefined;
}

export interface DifferencePage extends DifferenceFilter, PlaceInList<DifferenceSort> {}

const FROM = `FROM ciyuan.reconciliation_difference AS d
  LEFT JOIN LATERAL (SELECT n.state, n.reason, n.by, n.at FROM ciyuan.reconciliation_resolution AS r
    JOIN ciyuan.reconciliation_decision AS n ON n.run_id = r.run_id AND n.number = r.decision
    WHERE r.difference_id = d.id ORDER BY r.number DESC LIMIT 1) AS last ON true`;
const SELECTED = `d.*, coalesce(last.state, 'open') AS resolution, last.reason, last.by AS resolved_by,
  last.at AS resolved_at`;
const FILTERED = `d.run_id = $1 AND ($2::text IS NULL OR d.outcome = $2) AND ($3::text IS NULL OR d.model = $3)
  AND ($4::text IS NULL OR d.tenant = $4) AND ($5::text IS NULL OR coalesce(last.state, 'open') = $5)`;
const valuesOf = ({ runId, outcome, model, tenant, resolution }: DifferenceFilter): unknown[] =>
  filterValues([runId, outcome, model, tenant, resolution]);

/** What differs, with where it stands. */
@Injectable()
export class DifferencesStore {
  async page(tx: Tx, page: DifferencePage): Promise<Listed<Difference>> {
    const filters = valuesOf(page);
    const { key, after, orderBy, limit, values } = ordered(DIFFERENCE_ORDER, page, filters.length);
    const rows = await tx.rows<DifferenceRow & SortedRow>(
      `SELECT ${SELECTED}, ${key} ${FROM} WHERE ${FILTERED} AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, differenceOf);
  }

  /** Those that a filter names, or whose ids are given; by id. */
  async named(
    tx: Tx,
    filter: DifferenceFilter,
    ids: readonly number[] | undefined,
  ): Promise<readonly Pick<Difference, 'id' | 'resolution'>[]> {
    const rows = await tx.rows<{ id: string; resolution: ResolutionState }>(
      `SELECT d.id, coalesce(last.state, 'open') AS resolution ${FROM}
        WHERE ${FILTERED} AND ($6::bigint[] IS NULL OR d.id = ANY ($6)) ORDER BY d.id`,
      [...valuesOf(filter), ids ?? null],
    );
    return rows.map(({ id, resolution }) => ({ id: Number(id), resolution }));
  }

  /** Those of a party and a month that are to be disputed, by id. */
  async disputed(tx: Tx, party: string, month: string): Promise<DisputedDifference[]> {
    const rows = await tx.rows<DifferenceRow & OfRun>(
      `SELECT ${SELECTED}, r.party, r.role, r.month, r.currency ${FROM}
         JOIN ciyuan.reconciliation_run AS r ON r.id = d.run_id
        WHERE r.party = $1 AND r.month = $2 AND last.state = 'to_dispute' ORDER BY d.id`,
      [party, month],
    );
    return rows.map((row) => {
      const { role, currency } = row;
      return { ...differenceOf(row), party, role, month, currency };
    });
  }
}

const differenceOf = (row: DifferenceRow): Difference => ({
  id: Number(row.id),
  runId: Number(row.run_id),
  key: row.key,
  outcome: row.outcome,
  at: row.at?.getTime() ?? null,
  model: row.model,
  tenant: row.tenant,
  plan: row.plan,
  kind: row.kind,
  ourMonth: row.our_month,
  ours: sideOf(row.our_counts, row.our_tokens, row.our_amount),
  theirLine: row.their_line,
  theirs: sideOf(row.their_counts, row.their_tokens, row.their_amount),
  tokensApart: BigInt(row.tokens_apart),
  amountApart: parseYuan(row.amount_apart),
  resolution: row.resolution,
  reason: row.reason,
  resolvedBy: row.resolved_by,
  resolvedAt: row.resolved_at?.getTime() ?? null,
});

const sideOf = (
  counts: Record<string, string> | null,
  tokens: string,
  amount: string,
): DifferenceSide | null =>
  counts === null ? null : { counts, tokens: BigInt(tokens), amount: parseYuan(amount) };
