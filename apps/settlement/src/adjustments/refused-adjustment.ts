import { formatFen } from '@ciyuan/core/kernel';
import type {
  RejectionRefusal,
  RequestRefusal,
  SignatureRefusal,
  WithdrawalRefusal,
} from '@ciyuan/modules/billing';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';

type Refusal = RequestRefusal | SignatureRefusal | RejectionRefusal | WithdrawalRefusal;

const KINDS: Readonly<Record<Refusal['code'], ProblemKind>> = {
  unknown_account: 'not_found',
  not_found: 'not_found',
  wrong_state: 'conflict',
  approver_not_allowed: 'forbidden',
  another_person_needed: 'forbidden',
  not_the_requester: 'forbidden',
  more_than_paid: 'conflict',
  more_than_credit: 'conflict',
  more_than_owed: 'conflict',
};

export function refusedAdjustment(refusal: Refusal): Refused {
  const code = refusal.code === 'not_found' ? 'unknown_adjustment' : refusal.code;
  return new Refused(KINDS[refusal.code], code, detailOf(refusal));
}

function detailOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unknown_account':
      return 'There is no account of this code.';
    case 'not_found':
      return 'The account has no adjustment of this number.';
    case 'wrong_state':
      return `The adjustment is ${refusal.state}.`;
    case 'approver_not_allowed':
      return 'By the limits this amount is signed in another role.';
    case 'another_person_needed':
      return 'Whoever asked for it or has signed it cannot decide it, too.';
    case 'not_the_requester':
      return 'Only whoever asked for it withdraws it; others reject it.';
    case 'more_than_paid':
      return `amount: ${formatFen(refusal.leftFen)} was paid and not paid back.`;
    case 'more_than_credit':
      return `amount: ${formatFen(refusal.creditFen)} is the customer’s credit balance.`;
    case 'more_than_owed':
      return `amount: ${formatFen(refusal.owedFen)} is owed, and no more is written off.`;
  }
}
