import { formatFen, formatInstant, parseFen } from '@ciyuan/core/kernel';
import {
  clawbackReference,
  type Clawback,
  type ClawbackDecisionRefusal,
  type ShareToClawBack,
} from '@ciyuan/modules/settlement';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { ClawbackRequestBody, ClawbackView } from './clawbacks.dto';

export const wantedOf = (body: ClawbackRequestBody, by: string): ShareToClawBack => ({
  originMonth: body.month,
  currency: body.currency,
  party: body.party ?? null,
  plan: body.plan ?? null,
  model: body.model ?? null,
  lost:
    body.revenue === undefined ? { percent: body.percent ?? '0' } : { revenueFen: parseFen(body.revenue) },
  reason: body.reason,
  by,
});

export const clawbackOf = ({ decision, ...one }: Clawback): ClawbackView => ({
  id: one.id,
  month: one.originMonth,
  currency: one.currency,
  party: one.party,
  plan: one.plan,
  model: one.model,
  shared: formatFen(one.sharedFen),
  revenue: formatFen(one.revenueFen),
  reason: one.reason,
  requestedBy: one.requestedBy,
  requestedAt: formatInstant(one.requestedAt),
  parts: one.parts.map(({ party, sharedFen, shareFen }, index) => ({
    party,
    shared: formatFen(sharedFen),
    share: formatFen(shareFen),
    reference: clawbackReference(one.id, index + 1),
  })),
  decision: decision === null ? null : { ...decision, decidedAt: formatInstant(decision.decidedAt) },
});

const KINDS: Readonly<Record<ClawbackDecisionRefusal['code'], ProblemKind>> = {
  not_found: 'not_found',
  decided: 'conflict',
  second_person_needed: 'forbidden',
  nothing_shared: 'unprocessable',
  more_than_shared: 'unprocessable',
};

export const refusedClawback = (refusal: ClawbackDecisionRefusal): Refused =>
  new Refused(KINDS[refusal.code], refusal.code, detailOf(refusal));

function detailOf(refusal: ClawbackDecisionRefusal): string {
  switch (refusal.code) {
    case 'not_found':
      return 'Nothing of this number was asked to be taken back.';
    case 'decided':
      return `It is ${refusal.state} already.`;
    case 'second_person_needed':
      return 'Whoever asked for it cannot decide it.';
    case 'nothing_shared':
      return 'No issued statement of the month has such lines, or nothing of them would be taken.';
    case 'more_than_shared':
      return `${refusal.party ?? 'All parties together'} had ${formatFen(refusal.sharedFen)} that was not taken back yet.`;
  }
}
