import { disputeLineState, type DisputeReason } from '@ciyuan/core/settlement';
import type { ClaimedLine, DisputeEvent, DisputeHead, DisputeLine } from './dispute';

export interface HeadRow {
  id: string;
  run_id: string;
  party: string;
  currency: string;
  month: string;
  opened_at: Date;
  opened_by: string;
  note: string | null;
  due_day: string;
}

interface EventRow {
  number: number;
  step: DisputeEvent['step'];
  granted_fen: string | null;
  reason: string;
  at: string;
  by: string;
  proposed_by: string | null;
}

export interface LineRow {
  dispute_id: string;
  line: number;
  statement_line: number | null;
  issued_fen: string;
  claimed_fen: string;
  reason: DisputeReason;
  detail: string;
  ids: string[];
  events: EventRow[];
}

export interface NewDispute extends Omit<DisputeHead, 'month'> {
  readonly lines: readonly (ClaimedLine & Pick<DisputeLine, 'line' | 'issuedFen'>)[];
}

export const headColumns = (head: Omit<DisputeHead, 'month'>) => ({
  id: head.id,
  run_id: head.runId,
  party: head.party,
  currency: head.currency,
  opened_at: new Date(head.openedAt),
  opened_by: head.openedBy,
  note: head.note,
  due_on: head.dueOn,
});

export const lineColumns = (id: number, line: NewDispute['lines'][number]) => ({
  dispute_id: id,
  line: line.line,
  statement_line: line.statementLine,
  issued_fen: String(line.issuedFen),
  claimed_fen: String(line.claimedFen),
  reason: line.reason,
  detail: line.detail,
  reconciliation_difference_ids: line.reconciliationDifferenceIds,
});

export const eventColumns = (id: number, line: number, event: DisputeEvent) => ({
  dispute_id: id,
  line,
  number: event.number,
  step: event.step,
  granted_fen: event.grantedFen === null ? null : String(event.grantedFen),
  reason: event.reason,
  at: new Date(event.at),
  by: event.by,
  proposed_by: event.proposedBy,
});

export const headOf = (row: HeadRow): DisputeHead => ({
  id: Number(row.id),
  runId: Number(row.run_id),
  party: row.party,
  currency: row.currency,
  month: row.month,
  openedAt: row.opened_at.getTime(),
  openedBy: row.opened_by,
  note: row.note,
  dueOn: row.due_day,
});

export function lineOf(row: LineRow): DisputeLine {
  const events = row.events.map(eventOf);
  return {
    line: row.line,
    statementLine: row.statement_line,
    issuedFen: BigInt(row.issued_fen),
    claimedFen: BigInt(row.claimed_fen),
    reason: row.reason,
    detail: row.detail,
    reconciliationDifferenceIds: row.ids.map(Number),
    state: disputeLineState(events.map(({ step }) => step)),
    events,
  };
}

const eventOf = (row: EventRow): DisputeEvent => ({
  number: row.number,
  step: row.step,
  grantedFen: row.granted_fen === null ? null : BigInt(row.granted_fen),
  reason: row.reason,
  at: Date.parse(row.at),
  by: row.by,
  proposedBy: row.proposed_by,
});
