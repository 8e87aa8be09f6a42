import { formatInstant } from '@ciyuan/core/kernel';
import type { CollectionRefusal, FeedbackRefusal, PhoneBillRefusal } from '@ciyuan/modules/billing';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';

type Refusal =
  | CollectionRefusal
  | FeedbackRefusal
  | PhoneBillRefusal
  | { readonly code: 'unknown_file' | 'unknown_feedback' };

const TOLD: Readonly<Record<Refusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'There is no account of this code.'],
  unknown_file: ['not_found', 'No file of this number was handed over.'],
  unknown_feedback: ['not_found', 'No file of this number came from the carrier.'],
  billing_id_needed: ['unprocessable', 'billingId: the carrier has to know the account by one.'],
  no_billing_id: ['unprocessable', 'billingId: an account that pays by itself has none.'],
  in_hindsight: ['unprocessable', 'effectiveFrom: what is final stays collected as it is.'],
  before_another: ['conflict', 'effectiveFrom: something is agreed for a later instant already.'],
  cut_off_in_the_future: ['unprocessable', 'cutOff: what is to come is handed over when it has come.'],
  nothing_to_hand_over: ['conflict', 'Everything until then was handed over, or nothing is to be.'],
  invalid_file: ['unprocessable', 'Nothing of the file was booked: see its faults.'],
  sequence_used: ['conflict', 'Another file came under this number before.'],
};

export function refusedPhoneBill(refusal: Refusal): Refused {
  const [kind, detail] = TOLD[refusal.code];
  const faults = refusal.code === 'invalid_file' ? refusal.faults : [];
  const members =
    refusal.code === 'before_another' ? { effectiveFrom: formatInstant(refusal.effectiveFrom) } : {};
  return new Refused(kind, refusal.code, detail, faults, members);
}
