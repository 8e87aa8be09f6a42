import type {
  FreezeRefusal,
  ReopeningApprovalRefusal,
  ReopeningRefusal,
  WaiverRefusal,
  WithdrawalRefusal,
} from '@ciyuan/modules/settlement';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import { itemOf } from './months.convert';

type Refusal =
  | FreezeRefusal
  | WaiverRefusal
  | WithdrawalRefusal
  | ReopeningRefusal
  | ReopeningApprovalRefusal;

const KINDS: Readonly<Record<Refusal['code'], ProblemKind>> = {
  wrong_month_state: 'conflict',
  month_not_over: 'conflict',
  not_ready: 'conflict',
  nothing_to_waive: 'conflict',
  unknown_waiver: 'not_found',
  not_requested: 'conflict',
  second_person_needed: 'forbidden',
};

/** What is open on the checklist comes with the refusal. */
export function refusedMonth(refusal: Refusal): Refused {
  const members = refusal.code === 'not_ready' ? { open: refusal.open.map(itemOf) } : {};
  return new Refused(KINDS[refusal.code], refusal.code, detailOf(refusal), [], members);
}

function detailOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'wrong_month_state':
      return refusal.state === 'closed'
        ? `${refusal.month} is closed, for good: what is late for it is adjusted in a later month.`
        : `${refusal.month} is ${refusal.state}.`;
    case 'month_not_over':
      return `${refusal.month} is not over yet.`;
    case 'not_ready':
      return `Open on its checklist: ${refusal.open.map(({ code, count }) => `${code} (${count})`).join(', ')}.`;
    case 'nothing_to_waive':
      return 'There is nothing of this item.';
    case 'unknown_waiver':
      return 'The month has no waiver of this number that stands.';
    case 'not_requested':
      return 'Nobody has asked that the month be opened again.';
    case 'second_person_needed':
      return 'Whoever asked that the month be opened again cannot approve it.';
  }
}
