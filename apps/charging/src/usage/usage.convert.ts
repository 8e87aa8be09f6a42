import { formatScaled, formatYuan } from '@ciyuan/core/kernel';
import type { Json } from '@ciyuan/core/usage';
import type { ChargeTotals, InSuspense, UsageOutcome } from '@ciyuan/modules/charging';
import { Refused } from '@ciyuan/platform/http';
import { MAXIMUM_RECORDS } from './usage.dto';
import type { ChargeView, UsageResult, UsageResults } from './usage.dto';

export function resultsOf(records: readonly Json[], outcomes: readonly UsageOutcome[]): UsageResults {
  const counts = { accepted: 0, duplicate: 0, conflict: 0, suspense: 0, refused: 0 };
  const results = outcomes.map((outcome, index): UsageResult => {
    counts[outcome.status] += 1;
    return { index, id: idOf(records[index]), ...resultOf(outcome) };
  });
  return { counts, results };
}

/** As for too many bytes: nothing is wrong with the post but its size, and what helps is to cut it. */
export const tooManyRecords = (count: number): Refused =>
  new Refused('too_large', 'too_many_records', `${count} records in one post; at most ${MAXIMUM_RECORDS}.`, [
    { path: 'records', code: 'too_many', detail: `at most ${MAXIMUM_RECORDS}` },
  ]);

/** What became of one record, without its place in a post. */
export function resultOf(outcome: UsageOutcome): Omit<UsageResult, 'index' | 'id'> {
  switch (outcome.status) {
    case 'accepted':
      return { status: outcome.status, charge: chargeOf(outcome.charge) };
    case 'suspense':
      return { status: outcome.status, suspense: outcome.suspense };
    case 'duplicate':
      return { status: outcome.status, ...firstOf(outcome.first) };
    case 'conflict':
      return { status: outcome.status, fields: outcome.fields };
    case 'refused':
      return { status: outcome.status, field: outcome.field, message: outcome.message };
  }
}

const firstOf = (first: ChargeTotals | InSuspense): Pick<UsageResult, 'charge' | 'suspense'> =>
  'reason' in first ? { suspense: first } : { charge: chargeOf(first) };

const chargeOf = ({ sequence, drawnMilli, usageGross }: ChargeTotals): ChargeView => ({
  sequence,
  packageTokens: formatScaled(drawnMilli, 3),
  usageYuan: formatYuan(usageGross),
});

function idOf(record: Json | undefined): string | null {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record['id'] : null;
  return typeof id === 'string' ? id : null;
}
