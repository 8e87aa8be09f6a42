import { formatScaled, formatYuan } from '@ciyuan/core/kernel';
import type {
  Corrector,
  ReplacementOutcome,
  UsageToVoid,
  VoidOutcome,
  VoidTotals,
} from '@ciyuan/modules/charging';
import type { Caller } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { resultOf as resultOfUsage } from '../usage/usage.convert';
import type { ReplacementResult, ReplacementResults, VoidResult, VoidResults, VoidView } from './voids.dto';

/** Staff say whose records they correct; a partner corrects its own. */
export function correctorOf({ role, subject }: Caller, partner: string | undefined): Corrector {
  if (role !== 'partner') {
    if (partner !== undefined) return { partner, by: subject, asStaff: true };
    throw new Refused('malformed', 'invalid_request', 'partner: say whose records these are', [
      { path: 'partner', code: 'missing' },
    ]);
  }
  if (partner === undefined || partner === subject) return { partner: subject, by: subject, asStaff: false };
  throw new Refused('forbidden', 'not_your_records', 'A partner corrects its own records.', [
    { path: 'partner', code: 'not_your_records' },
  ]);
}

export function voidResultsOf(items: readonly UsageToVoid[], outcomes: readonly VoidOutcome[]): VoidResults {
  const counts = { voided: 0, already_voided: 0, not_found: 0, refused: 0 };
  const results = outcomes.map((outcome, index): VoidResult => {
    counts[outcome.status] += 1;
    return { ...placeOf(items, index), ...voidOf(outcome) };
  });
  return { counts, results };
}

export function replacementResultsOf(
  items: readonly UsageToVoid[],
  outcomes: readonly ReplacementOutcome[],
): ReplacementResults {
  const counts = { replaced: 0, known: 0, already_voided: 0, not_found: 0, refused: 0 };
  const results = outcomes.map((outcome, index): ReplacementResult => {
    counts[outcome.status] += 1;
    return { ...placeOf(items, index), ...replacementOf(outcome) };
  });
  return { counts, results };
}

const placeOf = (items: readonly UsageToVoid[], index: number) => {
  const { source = '', id = '' } = items[index] ?? {};
  return { index, source, id };
};

function voidOf<O extends VoidOutcome>(outcome: O) {
  const status = outcome.status as O['status'];
  if ('void' in outcome) return { status, void: viewOf(outcome.void) };
  if ('field' in outcome) return { status, field: outcome.field, message: outcome.message };
  return { status };
}

function replacementOf(outcome: ReplacementOutcome): Omit<ReplacementResult, 'index' | 'source' | 'id'> {
  switch (outcome.status) {
    case 'replaced':
      return { status: 'replaced', void: viewOf(outcome.void), record: resultOfUsage(outcome.record) };
    case 'known':
      return { status: 'known', record: resultOfUsage(outcome.record) };
    default:
      return voidOf(outcome);
  }
}

const viewOf = ({ sequence, returnedMilli, creditedGross }: VoidTotals): VoidView => ({
  sequence,
  returnedTokens: formatScaled(returnedMilli, 3),
  creditedYuan: formatYuan(creditedGross),
});
