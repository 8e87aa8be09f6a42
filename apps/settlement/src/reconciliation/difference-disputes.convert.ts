import { parseFen } from '@ciyuan/core/kernel';
import type { DifferencesToDispute, DisputeRefusal } from '@ciyuan/modules/reconciliation';
import { Refused } from '@ciyuan/platform/http';
import { refused } from '../disputes/refused-dispute';
import { unknownStatement } from '../statements/statements.convert';
import type { DifferenceDisputeRequest } from './difference-disputes.dto';
import { unknownReconciliation } from './reconciliations.convert';

export const differencesToDispute = (
  runId: number,
  { claimed, note, ...request }: DifferenceDisputeRequest,
): Omit<DifferencesToDispute, 'by'> => ({
  ...request,
  ...(note === undefined ? {} : { note }),
  runId,
  given: claimed.map(({ line, share }) => ({ line, claimedFen: parseFen(share) })),
});

export function refusedDifferences(refusal: DisputeRefusal): Refused {
  switch (refusal.code) {
    case 'unknown_run':
      return unknownReconciliation();
    case 'not_found':
      return unknownStatement();
    case 'unknown_difference':
      return new Refused('unprocessable', refusal.code, 'ids: not all of them are differences of this file.');
    case 'not_to_dispute':
      return new Refused('conflict', refusal.code, `Difference ${refusal.id} is ${refusal.state}.`);
    case 'nothing_to_dispute':
      return new Refused(
        'conflict',
        refusal.code,
        'Nothing of it is to be disputed, or all of it is already.',
      );
    case 'too_many_differences':
      return new Refused(
        'unprocessable',
        refusal.code,
        `Their list is longer than ${refusal.mostBytes} bytes: dispute them in parts.`,
      );
    case 'not_issued':
      return new Refused('conflict', refusal.code, 'The party has no issued statement of the month.');
    case 'no_differences_of_line':
      return new Refused(
        'unprocessable',
        refusal.code,
        `claimed: none of the differences belongs to ${refusal.line === null ? 'the statement as a whole' : `line ${refusal.line}`}.`,
      );
    default:
      return refused(refusal);
  }
}
