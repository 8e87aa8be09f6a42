import { formatYuan } from '@ciyuan/core/kernel';
import type {
  AccountCover,
  MonthDue,
  PlannedSplit,
  PlannedStatement,
  StatementLine,
} from '@ciyuan/core/settlement';
import type { BookedLine } from '@ciyuan/modules/ledger';
import type { RecomputedSettlement, SettlementRun } from '@ciyuan/modules/settlement';
import { text, type FigureRows } from './figures';

/** What a run must have stored, out of its calculation. */
export function figuresOfRun({ run, plan, inputDigest }: RecomputedSettlement): FigureRows {
  const rows: FigureRows = new Map([[`settlement_run ${run.id}`, { input_digest: inputDigest }]]);
  for (const one of plan.splits) rows.set(splitKey(one), splitRow(one));
  for (const one of plan.statements) {
    rows.set(`statement ${one.party} ${one.currency}`, statementRow(run, one));
    for (const [key, row] of holdbackRows(run, one)) rows.set(key, row);
    for (const month of one.basisMonths) rows.set(basisKey(one, month), basisRow(month));
    one.lines.forEach((line, index) =>
      rows.set(`statement_line ${one.party} ${one.currency} ${index + 1}`, lineRow(line)),
    );
  }
  for (const cover of plan.covers) rows.set(coverKey(cover), coverRow(cover));
  return rows;
}

/** What the issue of a month must have booked: nothing before it. */
export function figuresOfIssue(settled: RecomputedSettlement | undefined): FigureRows {
  const rows: FigureRows = new Map();
  if (settled?.run.state !== 'posted') return rows;
  const { run, journal } = settled;
  rows.set(`settlement_posting ${run.month}`, { run_id: text(run.id) });
  for (const line of journal) rows.set(journalKey(line), journalRow(line));
  return rows;
}

const splitKey = (one: PlannedSplit): string =>
  `settlement_split ${one.originMonth} ${one.splitRuleVersionId} ${one.currency}`;

const splitRow = (one: PlannedSplit): Record<string, string> => ({
  line_count: text(one.lineCount),
  paid_fen: text(one.paidFen),
  net_fen: text(one.netFen),
  tax_fen: text(one.taxFen),
  usage_tax_fen: text(one.usageTaxFen),
  usage_tax_on_top: text(one.usageTaxOnTop),
});

const statementRow = (run: SettlementRun, one: PlannedStatement): Record<string, string> => ({
  kind: run.kind,
  month: run.month,
  version: text(run.version),
  share_fen: text(one.shareFen),
  vat_fen: text(one.vatFen),
  withholding_fen: text(one.withholdingFen),
  held_fen: text(one.heldFen),
  released_fen: text(one.releasedFen),
  payable_fen: text(one.payableFen),
});

function holdbackRows(run: SettlementRun, one: PlannedStatement): [string, Record<string, string>][] {
  const keyOf = (kind: string, month: string): string =>
    `statement_holdback ${one.party} ${one.currency} ${kind} ${month}`;
  const { heldBackFen, releaseMonth, releases } = one;
  const held = { release_month: text(releaseMonth), fen: text(heldBackFen) };
  return [
    ...(releaseMonth === null ? [] : [[keyOf('held', run.month), held] as [string, typeof held]]),
    ...releases.map(({ month, releaseMonth: due, fen }): [string, typeof held] => [
      keyOf('released', month),
      { release_month: due, fen: text(fen) },
    ]),
  ];
}

const basisKey = ({ party, currency }: PlannedStatement, { month }: MonthDue): string =>
  `statement_basis ${party} ${currency} ${month}`;

const basisRow = (one: MonthDue): Record<string, string> => ({
  basis: one.basis,
  share_fen: text(one.shareFen),
  taken_back_fen: text(one.takenBackFen),
  held_before_fen: text(one.heldBeforeFen),
  held_fen: text(one.heldFen),
});

const coverKey = ({ accountId, currency, month, basis }: AccountCover): string =>
  `account_cover ${accountId} ${currency} ${month} ${basis}`;

const coverRow = (one: AccountCover): Record<string, string> => ({
  earlier: formatYuan(one.earlier),
  revenue: formatYuan(one.revenue),
  money: formatYuan(one.money),
});

const lineRow = (line: StatementLine): Record<string, string> => ({
  line_kind: line.lineKind,
  origin_month: line.originMonth,
  split_rule_version_id: text(line.splitRuleVersionId),
  plan_version_id: text(line.key?.planVersionId),
  model: text(line.key?.model),
  vendor: text(line.key?.vendor),
  compute_owner: text(line.key?.computeOwner),
  channel: text(line.key?.channel),
  chip_kind: text(line.key?.chipKind),
  kind: text(line.key?.kind),
  paid: text(line.key?.paid),
  records: text(line.records),
  tokens: text(line.tokens),
  gross: formatYuan(line.gross),
  share_fen: text(line.shareFen),
  counterparty: text(line.counterparty),
  reference: text(line.reference),
});

const journalKey = (line: BookedLine): string =>
  `journal_line of the issue ${line.accountId} ${line.accountingMonth} ${line.asset} ${line.account} ${line.party ?? '-'}`;

const journalRow = (line: BookedLine): Record<string, string> => ({ amount: formatYuan(line.amount) });
