import type { ApprovalRefusal, CalculationRefusal, IssueRefusal } from '@ciyuan/modules/settlement';
import { Refused } from '@ciyuan/platform/http';

type Refusal = CalculationRefusal | ApprovalRefusal | IssueRefusal;

export function refusedRun(refusal: Refusal): Refused {
  const { code } = refusal;
  switch (code) {
    case 'not_found':
      return unknownRun();
    case 'month_closed':
      return new Refused(
        'conflict',
        code,
        `${refusal.month} is closed: what is late for it is adjusted in a later month.`,
      );
    case 'wrong_state':
      return new Refused('conflict', code, `The run is ${refusal.state}.`);
    case 'earlier_month_open':
      return new Refused(
        'conflict',
        code,
        `${refusal.month} is not issued yet, and months are issued in their order.`,
      );
    case 'stale':
      return new Refused(
        'conflict',
        code,
        'Something was booked since the run was calculated: calculate the month again.',
      );
    case 'cost_suspense_open':
      return new Refused(
        'conflict',
        code,
        `${refusal.count} costs are priced by no book of their party; waiveOpenCosts settles them as nothing.`,
      );
    case 'suspense_open':
      return new Refused(
        'conflict',
        code,
        `${refusal.count} records of the month are in suspense; waiveOpenSuspense issues without them.`,
      );
    case 'second_person_needed':
      return new Refused('forbidden', code, 'Whoever calculated the run cannot sign it.');
    case 'no_data':
      return new Refused('unprocessable', code, `Nothing was booked in ${refusal.month}.`);
    case 'no_operator':
      return new Refused(
        'unprocessable',
        code,
        `Exactly one party is to be the operator, not ${refusal.operators.length}.`,
      );
    case 'unknown_party':
      return new Refused('unprocessable', code, `${refusal.party} has a share and is not registered.`);
  }
}

export const unknownRun = (): Refused =>
  new Refused('not_found', 'unknown_run', 'There is no run of this id.');
