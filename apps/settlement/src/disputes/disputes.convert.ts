import { formatFen, formatInstant, parseFen, type Fen } from '@ciyuan/core/kernel';
import {
  DISPUTE_ORDER,
  MOST_EVIDENCE_BYTES,
  type ClaimedLine,
  type Dispute,
  type DisputeEvent,
  type DisputeLine,
  type DisputeRead,
  type DisputesToList,
  type EvidenceHead,
} from '@ciyuan/modules/settlement';
import type { Caller } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import { readerOf } from '../statements/statements.convert';
import type {
  DisputeEventView,
  DisputeLineView,
  DisputeReadView,
  DisputeView,
  DisputesQuery,
  DisputesView,
  EvidenceView,
  NewDisputeRequest,
} from './disputes.dto';

/** What the reconciliation desk found is disputed there. */
export const claimsOf = ({ lines }: NewDisputeRequest): ClaimedLine[] =>
  lines.map(({ line, claimed, ...said }) => ({
    ...said,
    statementLine: line,
    claimedFen: parseFen(claimed),
    reconciliationDifferenceIds: [],
  }));

export const pageOf = ({ after, ...filters }: DisputesQuery, caller: Caller): DisputesToList => ({
  ...filters,
  ...readerOf(caller),
  ...placeIn(DISPUTE_ORDER, { ...filters, after }),
});

export const disputesOf = ({ items, next }: Listed<Dispute>): DisputesView => ({
  disputes: items.map(disputeOf),
  next,
});

export const readOf = ({ dispute, evidence }: DisputeRead): DisputeReadView => ({
  ...disputeOf(dispute),
  evidence: evidence.map(evidenceOf),
});

export const disputeOf = (dispute: Dispute): DisputeView => ({
  id: dispute.id,
  runId: dispute.runId,
  party: dispute.party,
  currency: dispute.currency,
  month: dispute.month,
  openedAt: formatInstant(dispute.openedAt),
  openedBy: dispute.openedBy,
  note: dispute.note,
  dueOn: dispute.dueOn,
  lines: dispute.lines.map(lineOf),
});

const lineOf = (line: DisputeLine): DisputeLineView => ({
  line: line.line,
  statementLine: line.statementLine,
  issued: formatFen(line.issuedFen),
  claimed: formatFen(line.claimedFen),
  reason: line.reason,
  detail: line.detail,
  reconciliationDifferences: line.reconciliationDifferenceIds,
  state: line.state,
  events: line.events.map(eventOf),
});

const eventOf = ({ step, grantedFen, reason, at, by, proposedBy }: DisputeEvent): DisputeEventView => ({
  step,
  granted: amountOrNull(grantedFen),
  reason,
  at: formatInstant(at),
  by,
  proposedBy,
});

const amountOrNull = (fen: Fen | null): string | null => (fen === null ? null : formatFen(fen));

export const evidenceOf = ({ disputeId: _, addedAt, ...head }: EvidenceHead): EvidenceView => ({
  ...head,
  addedAt: formatInstant(addedAt),
});

/** The file that a request is. */
export function fileOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array))
    throw new Refused(
      'unsupported',
      'unsupported',
      'The body is to be the file itself, with its media type.',
    );
  if (body.length === 0 || body.length > MOST_EVIDENCE_BYTES)
    throw new Refused(
      'unprocessable',
      'invalid_evidence',
      `A file of 1 to ${MOST_EVIDENCE_BYTES} bytes is taken; this one has ${body.length}.`,
    );
  return body;
}
