import { formatFen, formatInstant, formatYuan } from '@ciyuan/core/kernel';
import type { ExportFormat } from '@ciyuan/modules/reporting';
import {
  LINE_ORDER,
  STATEMENT_ORDER,
  type LinePage,
  type Statement,
  type StatementPage,
  type StoredLine,
} from '@ciyuan/modules/settlement';
import type { Caller } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  LineView,
  LinesQuery,
  LinesView,
  StatementView,
  StatementsQuery,
  StatementsView,
} from './statements.dto';

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
};

/** A partner reads as the party that its key was made for; staff read everything. */
export const readerOf = ({ role, subject }: Caller): { readonly toldTo?: string } =>
  role === 'partner' ? { toldTo: subject } : {};

export const statementOf = (statement: Statement): StatementView => ({
  runId: statement.runId,
  kind: statement.kind,
  party: statement.party,
  partyName: statement.partyName,
  currency: statement.currency,
  month: statement.month,
  version: statement.version,
  state: statement.state,
  share: formatFen(statement.shareFen),
  vat: formatFen(statement.vatFen),
  withholding: formatFen(statement.withholdingFen),
  held: formatFen(statement.heldFen),
  released: formatFen(statement.releasedFen),
  payable: formatFen(statement.payableFen),
  issuedAt: statement.issuedAt === null ? null : formatInstant(statement.issuedAt),
});

export const pageOf = ({ after, ...filters }: StatementsQuery, caller: Caller): StatementPage => ({
  ...filters,
  ...readerOf(caller),
  ...placeIn(STATEMENT_ORDER, { ...filters, after }),
});

export const statementsOf = ({ items, next }: Listed<Statement>): StatementsView => ({
  statements: items.map(statementOf),
  next,
});

export const linePageOf = ({ after, ...filters }: LinesQuery): LinePage => ({
  ...filters,
  ...placeIn(LINE_ORDER, { ...filters, after }),
});

export const linesOf = ({ items, next }: Listed<StoredLine>): LinesView => ({
  lines: items.map(lineOf),
  next,
});

const lineOf = ({ key, ...line }: StoredLine): LineView => ({
  line: line.line,
  lineKind: line.lineKind,
  originMonth: line.originMonth,
  plan: line.plan,
  model: key?.model ?? null,
  vendor: key?.vendor ?? null,
  computeOwner: key?.computeOwner ?? null,
  channel: key?.channel ?? null,
  chipKind: key?.chipKind ?? null,
  kind: key?.kind ?? null,
  paid: key?.paid ?? null,
  records: String(line.records),
  tokens: String(line.tokens),
  gross: formatYuan(line.gross),
  share: formatFen(line.shareFen),
  counterparty: line.counterparty,
  reference: line.reference,
});

export const unknownStatement = (): Refused =>
  new Refused('not_found', 'unknown_statement', 'There is no such statement, or none for you.');
