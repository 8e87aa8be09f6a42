import { formatFen, formatInstant } from '@ciyuan/core/kernel';
import type {
  DecisionRefusal,
  EvidenceRefusal,
  OpeningRefusal,
  ProposalRefusal,
  LineWithdrawalRefusal,
} from '@ciyuan/modules/settlement';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';

type Refusal = OpeningRefusal | ProposalRefusal | DecisionRefusal | LineWithdrawalRefusal | EvidenceRefusal;
type Told = Exclude<Refusal, { readonly code: 'not_found' }>;

const KINDS: Readonly<Record<Told['code'], ProblemKind>> = {
  operators_own: 'conflict',
  wrong_state: 'conflict',
  window_over: 'conflict',
  note_needed: 'unprocessable',
  unknown_line: 'unprocessable',
  nothing_claimed: 'unprocessable',
  already_disputed: 'conflict',
  difference_disputed: 'conflict',
  wrong_line_state: 'conflict',
  not_grantable: 'unprocessable',
  second_person_needed: 'forbidden',
  dispute_decided: 'conflict',
  too_much_evidence: 'conflict',
};

export const unknownDispute = (): Refused =>
  new Refused('not_found', 'unknown_dispute', 'There is no such dispute, or none for you.');

/** Of what is asked of a dispute that is open. */
export const refusedDispute = (refusal: Refusal): Refused =>
  refusal.code === 'not_found' ? unknownDispute() : refused(refusal);

export const refused = (refusal: Told): Refused =>
  new Refused(KINDS[refusal.code], refusal.code, detailOf(refusal));

const lineText = (line: number | null): string =>
  line === null ? 'The statement as a whole' : `Line ${line}`;

function detailOf(refusal: Told): string {
  switch (refusal.code) {
    case 'operators_own':
      return 'The operator’s own statement is disputed by nobody.';
    case 'wrong_state':
      return `The statement is ${refusal.state}.`;
    case 'window_over':
      return `It could be disputed until ${formatInstant(refusal.endedAt)}.`;
    case 'note_needed':
      return 'note: say on whose word the statement is disputed in its party’s name.';
    case 'unknown_line':
      return `lines: the statement has no line ${refusal.line}.`;
    case 'nothing_claimed':
      return `${lineText(refusal.line)} has the share that is claimed.`;
    case 'already_disputed':
      return `${lineText(refusal.line)} is disputed already.`;
    case 'difference_disputed':
      return `Difference ${refusal.id} is the evidence of another line.`;
    case 'wrong_line_state':
      return `The line is ${refusal.state}.`;
    case 'not_grantable':
      return `granted: neither nothing, nor beyond ${formatFen(refusal.mostFen)}, which is claimed.`;
    case 'second_person_needed':
      return 'Whoever proposed it cannot decide it.';
    case 'dispute_decided':
      return 'Every line of the dispute is decided.';
    case 'too_much_evidence':
      return `A dispute keeps ${refusal.most} files at most.`;
  }
}
