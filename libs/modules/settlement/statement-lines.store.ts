import { Injectable } from '@nestjs/common';
import { formatYuan, parseYuan, type Fen } from '@ciyuan/core/kernel';
import type {
  LineKey,
  PlannedStatement,
  RollupKind,
  StatementLine,
  StatementLineKind,
} from '@ciyuan/core/settlement';
import { COPY_NULL, copyChunks, copyText, textArray, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { StatementId, StoredLine } from './statement';

interface LineRow {
  party: string;
  currency: string;
  line: number;
  origin_month: string;
  line_kind: StatementLineKind;
  split_rule_version_id: string | null;
  plan_version_id: string | null;
  plan: string | null;
  model: string | null;
  vendor: string | null;
  compute_owner: string | null;
  channel: string | null;
  chip_kind: string | null;
  kind: RollupKind | null;
  paid: boolean | null;
  records: string;
  tokens: string;
  gross: string;
  share_fen: string;
  counterparty: string | null;
  reference: string | null;
}

/** Where a page begins: after this line of a run, in the order of the table's key. */
export type LinePlace = Pick<StoredLine, 'party' | 'currency' | 'line'>;

export type LineSort = 'line' | 'share';

export const LINE_ORDER: ListOrder<LineSort> = {
  columns: { line: { sql: 'l.line', type: 'bigint' }, share: { sql: 'l.share_fen', type: 'bigint' } },
  ties: [{ sql: 'l.line', type: 'bigint' }],
  initial: 'line',
};

export interface LinePage extends PlaceInList<LineSort> {
  readonly lineKind?: StatementLineKind | undefined;
  readonly originMonth?: string | undefined;
  readonly plan?: string | undefined;
  readonly model?: string | undefined;
}

const COLUMNS = [
  'run_id, party, currency, line, origin_month, line_kind, split_rule_version_id, plan_version_id, model, vendor',
  'compute_owner, channel, chip_kind, kind, paid, records, tokens, gross, share_fen, counterparty, reference',
].join(', ');
const FROM = `FROM ciyuan.statement_line AS l
  LEFT JOIN ciyuan.catalogue_document AS d ON d.id = l.plan_version_id`;
const BEFORE_ALL: LinePlace = { party: '', currency: '', line: 0 };

/** What each statement is made of; written once. */
@Injectable()
export class StatementLinesStore {
  async add(tx: Tx, runId: number, statements: readonly PlannedStatement[]): Promise<void> {
    const rows = statements.flatMap(({ party, currency, lines }) =>
      lines.map((line, index) => rowOf([runId, party, copyText(currency), index + 1], line)),
    );
    await tx.copyIn(`COPY ciyuan.statement_line (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** The lines of one statement, a page at a time. */
  async page(tx: Tx, { runId, party, currency }: StatementId, page: LinePage): Promise<Listed<StoredLine>> {
    const { lineKind, originMonth, plan, model } = page;
    const filters = filterValues([runId, party, currency, lineKind, originMonth, plan, model]);
    const { key, after, orderBy, limit, values } = ordered(LINE_ORDER, page, filters.length);
    const rows = await tx.rows<LineRow & SortedRow>(
      `SELECT l.*, d.code AS plan, ${key} ${FROM}
        WHERE l.run_id = $1 AND l.party = $2 AND l.currency = $3
          AND ($4::text IS NULL OR l.line_kind = $4) AND ($5::text IS NULL OR l.origin_month = $5)
          AND ($6::text IS NULL OR d.code = $6) AND ($7::text IS NULL OR l.model = $7)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }

  /** The shares of those of the lines that the statement has, in fen, by their numbers. */
  async sharesOf(
    tx: Tx,
    { runId, party, currency }: StatementId,
    lines: readonly number[],
  ): Promise<ReadonlyMap<number, Fen>> {
    const rows = await tx.rows<Pick<LineRow, 'line' | 'share_fen'>>(
      `SELECT line, share_fen FROM ciyuan.statement_line
        WHERE run_id = $1 AND party = $2 AND currency = $3 AND line = ANY ($4::integer[])`,
      [runId, party, currency, textArray(lines.map(String))],
    );
    return new Map(rows.map((row) => [row.line, BigInt(row.share_fen)]));
  }

  /** All lines of one statement. */
  async ofStatement(tx: Tx, { runId, party, currency }: StatementId): Promise<StoredLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.*, d.code AS plan ${FROM} WHERE l.run_id = $1 AND l.party = $2 AND l.currency = $3 ORDER BY l.line`,
      [runId, party, currency],
    );
    return rows.map(read);
  }

  /** All lines of a run, statement by statement, a page at a time. */
  async pageOfRun(
    tx: Tx,
    runId: number,
    limit: number,
    after: LinePlace = BEFORE_ALL,
  ): Promise<StoredLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.*, d.code AS plan ${FROM}
        WHERE l.run_id = $1 AND (l.party, l.currency, l.line) > ($2, $3, $4)
        ORDER BY l.party, l.currency, l.line LIMIT $5`,
      [runId, after.party, after.currency, after.line, limit],
    );
    return rows.map(read);
  }
}

function rowOf(id: readonly (string | number)[], line: StatementLine): string {
  const { key } = line;
  const values = [
    ...id,
    line.originMonth,
    line.lineKind,
    line.splitRuleVersionId ?? COPY_NULL,
    key?.planVersionId ?? COPY_NULL,
    ...[key?.model, key?.vendor, key?.computeOwner, key?.channel, key?.chipKind, key?.kind].map(textOrNull),
    key?.paid ?? COPY_NULL,
    line.records,
    line.tokens,
    formatYuan(line.gross),
    line.shareFen,
    textOrNull(line.counterparty),
    textOrNull(line.reference),
  ];
  return `${values.join('\t')}\n`;
}

const textOrNull = (text: string | null | undefined): string =>
  text === null || text === undefined ? COPY_NULL : copyText(text);

function read(row: LineRow): StoredLine {
  return {
    party: row.party,
    currency: row.currency,
    line: row.line,
    originMonth: row.origin_month,
    lineKind: row.line_kind,
    splitRuleVersionId: row.split_rule_version_id === null ? null : Number(row.split_rule_version_id),
    plan: row.plan,
    key: keyOf(row),
    records: BigInt(row.records),
    tokens: BigInt(row.tokens),
    gross: parseYuan(row.gross),
    shareFen: BigInt(row.share_fen),
    counterparty: row.counterparty,
    reference: row.reference,
  };
}

function keyOf(row: LineRow): LineKey | null {
  if (row.plan_version_id === null || row.kind === null || row.paid === null) return null;
  return {
    planVersionId: Number(row.plan_version_id),
    model: row.model,
    vendor: row.vendor,
    computeOwner: row.compute_owner,
    channel: row.channel,
    chipKind: row.chip_kind,
    kind: row.kind,
    paid: row.paid,
  };
}
