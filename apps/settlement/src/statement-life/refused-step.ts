import { formatFen } from '@ciyuan/core/kernel';
import type {
  ConfirmationRefusal,
  InvoiceRefusal,
  PaymentApprovalRefusal,
  PaymentRefusal,
} from '@ciyuan/modules/settlement';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { unknownStatement } from '../statements/statements.convert';

type Refusal = ConfirmationRefusal | InvoiceRefusal | PaymentApprovalRefusal | PaymentRefusal;
type Told = Exclude<Refusal, { readonly code: 'not_found' }>;

const KINDS: Readonly<Record<Told['code'], ProblemKind>> = {
  operators_own: 'conflict',
  wrong_state: 'conflict',
  note_needed: 'unprocessable',
  carried: 'conflict',
  paid_with: 'conflict',
  month_not_ready: 'conflict',
  wrong_amount: 'unprocessable',
  in_the_future: 'unprocessable',
  invoice_known: 'conflict',
  second_person_needed: 'forbidden',
};

export function refusedStep(refusal: Refusal): Refused {
  if (refusal.code === 'not_found') return unknownStatement();
  return new Refused(KINDS[refusal.code], refusal.code, detailOf(refusal));
}

function detailOf(refusal: Told): string {
  switch (refusal.code) {
    case 'operators_own':
      return 'The operator’s own statement is confirmed by nobody and paid to nobody.';
    case 'wrong_state':
      return `The statement is ${refusal.state}.`;
    case 'note_needed':
      return 'note: say on whose word the statement is confirmed in its party’s name.';
    case 'carried':
      return `${formatFen(refusal.carriedFen)} is payable so far, and the least that is paid is ${formatFen(refusal.minimumFen)}: it is carried to the next statement.`;
    case 'paid_with':
      return `It is invoiced and paid with ${refusal.month}, by the statement of run ${refusal.runId}.`;
    case 'month_not_ready':
      return `${refusal.month} is paid with it, and its statement is ${refusal.state}.`;
    case 'wrong_amount':
      return `amount: ${formatFen(refusal.dueFen)} is payable, neither more nor less.`;
    case 'in_the_future':
      return 'date: that day is still to come.';
    case 'invoice_known':
      return 'number: the party has sent an invoice of this number before.';
    case 'second_person_needed':
      return 'Whoever recorded the invoice cannot approve its payment.';
  }
}
