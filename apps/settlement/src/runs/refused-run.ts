import type {
  AcknowledgementRefusal,
  ApprovalRefusal,
  CalculationRefusal,
  ComparisonRefusal,
  IssueRefusal,
  SubmissionRefusal,
} from '@ciyuan/modules/settlement';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';

type Refusal =
  | CalculationRefusal
  | ApprovalRefusal
  | AcknowledgementRefusal
  | ComparisonRefusal
  | IssueRefusal
  | SubmissionRefusal;

const KINDS: Readonly<Record<Refusal['code'], ProblemKind>> = {
  not_found: 'not_found',
  month_closed: 'conflict',
  wrong_state: 'conflict',
  proforma_run: 'conflict',
  variances_open: 'conflict',
  already_acknowledged: 'conflict',
  unknown_finding: 'unprocessable',
  unknown_version: 'not_found',
  earlier_month_open: 'conflict',
  stale: 'conflict',
  voids_not_re_rated: 'conflict',
  cost_suspense_open: 'conflict',
  suspense_open: 'conflict',
  renewals_due: 'conflict',
  expiries_due: 'conflict',
  bill_run_open: 'conflict',
  adjustments_requested: 'conflict',
  ledger_unbalanced: 'conflict',
  books_differ: 'conflict',
  second_person_needed: 'forbidden',
  no_data: 'unprocessable',
  no_operator: 'unprocessable',
  unknown_party: 'unprocessable',
  no_exchange_rate: 'unprocessable',
};

export function refusedRun(refusal: Refusal): Refused {
  if (refusal.code === 'not_found') return unknownRun();
  return new Refused(KINDS[refusal.code], refusal.code, detailOf(refusal), [], membersOf(refusal));
}

/** What is still open, one by one. */
const membersOf = (refusal: Refusal): Readonly<Record<string, unknown>> =>
  'findings' in refusal ? { findings: refusal.findings } : {};

export const unknownRun = (): Refused =>
  new Refused('not_found', 'unknown_run', 'There is no run of this id.');

function detailOf(refusal: Exclude<Refusal, { readonly code: 'not_found' }>): string {
  switch (refusal.code) {
    case 'month_closed':
      return `${refusal.month} is closed: what is late for it is adjusted in a later month.`;
    case 'wrong_state':
      return `The run is ${refusal.state}.`;
    case 'earlier_month_open':
      return `${refusal.month} is not issued yet, and months are issued in their order.`;
    case 'stale':
      return 'Something was booked since the run was calculated: calculate the month again.';
    case 'voids_not_re_rated':
      return `${refusal.count} voided records wait for their accounts to be re-rated: post the month to /v1/re-ratings/voided.`;
    case 'cost_suspense_open':
      return `${refusal.count} costs are priced by no book of their party; waiveOpenCosts settles them as nothing.`;
    case 'suspense_open':
      return `${refusal.count} records of the month are in suspense; waiveOpenSuspense issues without them.`;
    case 'renewals_due':
    case 'expiries_due':
      return `${refusal.count} ${refusal.code === 'renewals_due' ? 'renewals' : 'expiries'} of the month are due and not booked: post to /v1/due-work.`;
    case 'bill_run_open':
    case 'adjustments_requested':
      return `Billing waits (${refusal.code}, ${refusal.count}): /v1/months says what to do, and a waiver there issues without.`;
    case 'ledger_unbalanced':
    case 'books_differ':
      return 'The books of the month do not say the same: /v1/months has an example.';
    case 'second_person_needed':
      return 'Whoever calculated the run cannot sign it, or say why it is right.';
    case 'proforma_run':
      return 'The run is an indication (proforma): it is never signed or issued. Calculate the month itself.';
    case 'variances_open':
      return `${refusal.findings.length} figures are far from the month before, and nobody has said why: ${refusal.findings.join(', ')}.`;
    case 'already_acknowledged':
      return `Said already of ${refusal.findings.join(', ')}.`;
    case 'unknown_finding':
      return `The run has no finding ${refusal.findings.join(', ')}.`;
    case 'unknown_version':
      return `The month has no ${refusal.kind} of version ${refusal.version}.`;
    case 'no_data':
      return `Nothing was booked in ${refusal.month}.`;
    case 'no_operator':
      return `Exactly one party is to be the operator, not ${refusal.operators.length}.`;
    case 'unknown_party':
      return `${refusal.party} has a share and is not registered.`;
    case 'no_exchange_rate':
      return `A contract settles ${refusal.base} in ${refusal.quote}, and no rate is in force at the month's end: publish exchange_rates.`;
  }
}
