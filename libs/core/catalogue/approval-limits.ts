import { isDecimal, parseFen } from '../kernel';
import type { DocumentFault } from './document-fault';

/**
 * What can be done to an account by hand: a credit out of goodwill, one that is owed, a debit, money that goes back, and
 * what nobody hopes to collect any more.
 */
export const ADJUSTMENT_KINDS = ['goodwill', 'manual_credit', 'manual_debit', 'refund', 'write_off'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** Who can sign an adjustment at all; a row may name fewer. */
export const APPROVER_ROLES = ['finance', 'checker', 'admin'] as const;
export type ApproverRole = (typeof APPROVER_ROLES)[number];

export const MOST_APPROVALS = 2;

export interface ApprovalRow {
  /** Inclusive, at most two decimals, above 0; null in the last row, which has no bound. */
  readonly upToYuan: string | null;
  /** How many people sign besides whoever asks, all of them different. */
  readonly approvals: number;
  /** Who may sign; everybody who can where nothing is said. */
  readonly roles?: readonly ApproverRole[];
}

/** How many people let an amount be adjusted by hand: the rows of each kind go up. */
export interface ApprovalLimits {
  readonly code: string;
  readonly limits: Readonly<Record<AdjustmentKind, readonly ApprovalRow[]>>;
}

export type ApprovalFaultCode =
  | 'no_rows'
  | 'not_an_amount'
  | 'unbounded_before_the_last'
  | 'last_is_bounded'
  | 'not_ascending'
  | 'fewer_approvals'
  | 'roles_without_approvals';

const FEN_PLACES = 2;

/** Rows out of their order, a kind without an end, and a larger amount that fewer people sign. */
export const checkApprovalLimits = ({ limits }: ApprovalLimits): DocumentFault<ApprovalFaultCode>[] =>
  ADJUSTMENT_KINDS.flatMap((kind) => checkRows(`limits.${kind}`, limits[kind]));

function checkRows(path: string, rows: readonly ApprovalRow[]): DocumentFault<ApprovalFaultCode>[] {
  if (rows.length === 0) return [{ path, code: 'no_rows', detail: 'one row at least, without a bound' }];
  return rows.flatMap((row, index) => [
    ...checkBound(`${path}.${index}.upToYuan`, rows, index),
    ...checkSigners(`${path}.${index}`, row, rows[index - 1]),
  ]);
}

function checkBound(
  path: string,
  rows: readonly ApprovalRow[],
  index: number,
): DocumentFault<ApprovalFaultCode>[] {
  const bound = rows[index]?.upToYuan ?? null;
  const isLast = index === rows.length - 1;
  if (bound === null)
    return isLast
      ? []
      : [{ path, code: 'unbounded_before_the_last', detail: 'later rows would never apply' }];
  if (!isAmount(bound)) return [{ path, code: 'not_an_amount', detail: `${bound}: above 0, such as 200.00` }];
  const before = rows[index - 1]?.upToYuan ?? null;
  const isBelow = before !== null && isAmount(before) && parseFen(bound) <= parseFen(before);
  if (isBelow) return [{ path, code: 'not_ascending', detail: `${bound} is not above ${before}` }];
  return isLast
    ? [{ path, code: 'last_is_bounded', detail: 'null: the last row is for all larger amounts' }]
    : [];
}

function checkSigners(
  path: string,
  { approvals, roles }: ApprovalRow,
  before: ApprovalRow | undefined,
): DocumentFault<ApprovalFaultCode>[] {
  const faults: DocumentFault<ApprovalFaultCode>[] = [];
  if (before !== undefined && approvals < before.approvals)
    faults.push({
      path: `${path}.approvals`,
      code: 'fewer_approvals',
      detail: `${approvals} for more than what ${before.approvals} sign`,
    });
  if (approvals === 0 && roles !== undefined)
    faults.push({ path: `${path}.roles`, code: 'roles_without_approvals', detail: 'nobody else signs' });
  return faults;
}

const isAmount = (text: string): boolean => isDecimal(text, FEN_PLACES) && parseFen(text) > 0n;
