import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { NOTHING, OUTCOMES, sideTotal, type MatchTotals, type SideTotal } from '@ciyuan/core/reconciliation';
import {
  RECONCILIATION_ORDER,
  type Columns,
  type CountedReconciliation,
  type FileToReconcile,
  type ReceiptRefusal,
  type Reconciliation,
  type ReconciliationPage,
} from '@ciyuan/modules/reconciliation';
import type { Caller } from '@ciyuan/platform/auth';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import { readWith } from '@ciyuan/platform/validation';
import { bytesOf } from '../order-imports/order-imports.convert';
import { readerOf } from '../statements/statements.convert';
import { columnsSchema } from './agreements.dto';
import type {
  CountedReconciliationView,
  NewReconciliationQuery,
  ReconciliationView,
  ReconciliationsQuery,
  ReconciliationsView,
  SideTotalView,
  TotalView,
} from './reconciliations.dto';

/** A partner speaks for itself alone. */
export function fileOf(
  { party: named, format, columns, ...query }: NewReconciliationQuery,
  body: unknown,
  caller: Caller,
): FileToReconcile {
  const { toldTo } = readerOf(caller);
  const party = named ?? toldTo;
  if (party === undefined) throw malformed('party', 'say whose file it is');
  if (toldTo !== undefined && toldTo !== party) throw refusedReceipt({ code: 'unknown_party' });
  const bytes = bytesOf(body);
  return { ...query, party, bytes, fileFormat: format, columns: columnsOf(columns), by: caller.subject };
}

function columnsOf(text: string | undefined): Columns {
  if (text === undefined) return {};
  const read = readWith(columnsSchema, jsonOf(text));
  if (!read.ok) throw malformed('columns', read.refusal[0]?.detail ?? 'no names of columns');
  return read.value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const malformed = (path: string, detail: string): Refused =>
  new Refused('malformed', 'invalid_request', `${path}: ${detail}`, [{ path, code: 'invalid', detail }]);

const RECEIPT_REFUSALS: Readonly<Record<ReceiptRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_party: ['not_found', 'There is no such party, or none for you.'],
  not_its_role: ['unprocessable', 'role: the party is nothing that could speak so.'],
  level_of_another_role: ['unprocessable', 'level: nobody in this role knows such keys.'],
  empty_file: ['unprocessable', 'The file is empty.'],
};

export function refusedReceipt({ code }: ReceiptRefusal): Refused {
  const [kind, detail] = RECEIPT_REFUSALS[code];
  return new Refused(kind, code, detail);
}

export const unknownReconciliation = (): Refused =>
  new Refused('not_found', 'unknown_reconciliation', 'There is no such file, or none for you.');

export const runPageOf = (
  { after, ...filters }: ReconciliationsQuery,
  caller: Caller,
): ReconciliationPage => ({
  ...filters,
  ...readerOf(caller),
  ...placeIn(RECONCILIATION_ORDER, { ...filters, after }),
});

export const runsOf = ({ items, next }: Listed<Reconciliation>): ReconciliationsView => ({
  reconciliations: items.map(runOf),
  next,
});

export const runOf = (run: Reconciliation): ReconciliationView => ({
  id: run.id,
  party: run.party,
  role: run.role,
  month: run.month,
  level: run.level,
  currency: run.currency,
  fileName: run.fileName,
  format: run.fileFormat,
  fileDigest: run.fileDigest,
  columns: run.columns,
  agreement: run.agreement,
  tokens: run.tolerances.tokens,
  money: run.tolerances.money,
  state: run.state,
  requestedBy: run.requestedBy,
  requestedAt: formatInstant(run.requestedAt),
  endedAt: run.endedAt === null ? null : formatInstant(run.endedAt),
  rows: run.rows,
  faults: run.faults,
});

export const countedOf = ({ totals, ...run }: CountedReconciliation): CountedReconciliationView => ({
  ...runOf(run),
  totals: totals === null ? null : totalsOf(totals),
});

function totalsOf(totals: MatchTotals): TotalView[] {
  const views = OUTCOMES.map((outcome): TotalView => {
    const { keys, ours, theirs } = totals[outcome];
    return { outcome, keys, ours: sideOf(ours), theirs: sideOf(theirs) };
  });
  const keys = views.reduce((all, one) => all + one.keys, NOTHING.keys);
  const all = { ours: sideOf(sideTotal(totals, 'ours')), theirs: sideOf(sideTotal(totals, 'theirs')) };
  return [...views, { outcome: 'all', keys, ...all }];
}

const sideOf = ({ keys, tokens, amount }: SideTotal): SideTotalView => ({
  keys,
  tokens: String(tokens),
  amount: formatYuan(amount),
});
