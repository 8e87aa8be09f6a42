import { formatFen, formatInstant } from '@ciyuan/core/kernel';
import type {
  CalculateRunRefusal,
  CreditRefusal,
  FinaliseRefusal,
  ProfileRefusal,
  RequestRunRefusal,
  VoidRefusal,
} from '@ciyuan/modules/billing';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';

type Refusal =
  | CalculateRunRefusal
  | CreditRefusal
  | FinaliseRefusal
  | ProfileRefusal
  | RequestRunRefusal
  | VoidRefusal;

const KINDS: Readonly<Record<Refusal['code'], ProblemKind>> = {
  unknown_run: 'not_found',
  unknown_invoice: 'not_found',
  unknown_credit_note: 'not_found',
  unknown_customer: 'not_found',
  unknown_account: 'unprocessable',
  cut_off_in_the_future: 'unprocessable',
  buyer_incomplete: 'unprocessable',
  unknown_line: 'unprocessable',
  line_named_twice: 'unprocessable',
  above_the_line: 'unprocessable',
  second_person_needed: 'forbidden',
  run_in_progress: 'conflict',
  wrong_state: 'conflict',
  in_grace: 'conflict',
  stale: 'conflict',
  voided: 'conflict',
  credited: 'conflict',
  already_requested: 'conflict',
  not_requested: 'conflict',
  void_requested: 'conflict',
  already_issued: 'conflict',
};

export const refusedBilling = (refusal: Refusal): Refused =>
  new Refused(KINDS[refusal.code], refusal.code, detailOf(refusal));

const DETAILS: Readonly<Record<string, string>> = {
  unknown_run: 'There is no bill run of this id.',
  unknown_invoice: 'There is no final document of this number.',
  unknown_credit_note: 'There is no credit note of this id on the document.',
  cut_off_in_the_future: 'cutOff: what is to come is billed when it has come.',
  buyer_incomplete: 'A special fapiao names its buyer with tax number, address, phone, bank and account.',
  second_person_needed: 'It takes another person than the one who asked for it.',
  stale: 'Something was sold, used or corrected since the draft was calculated: calculate it again.',
  voided: 'The document is void.',
  credited: 'Credit notes were asked for on the document: they would credit nothing.',
  already_requested: 'Somebody has asked for that already: it waits for approval.',
  not_requested: 'Nobody has asked for that.',
  void_requested: 'Somebody has asked for the document to be void.',
  already_issued: 'The credit note has its number.',
};

function detailOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unknown_account':
      return `accounts: there is no account ${refusal.account}.`;
    case 'unknown_customer':
      return 'customer' in refusal
        ? `There is no customer ${refusal.customer}.`
        : 'There is no customer of this code.';
    case 'run_in_progress':
      return `Bill run ${refusal.runId} is being made final.`;
    case 'wrong_state':
      return `The bill run is ${refusal.state}.`;
    case 'in_grace':
      return `It can be made final from ${formatInstant(refusal.until)} on.`;
    case 'unknown_line':
      return `lines: the document has no line ${refusal.line}.`;
    case 'line_named_twice':
      return `lines: line ${refusal.line} is named twice.`;
    case 'above_the_line':
      return `lines: of line ${refusal.line} at most ${formatFen(refusal.leftFen)} can be credited.`;
    default:
      return DETAILS[refusal.code] as string;
  }
}
