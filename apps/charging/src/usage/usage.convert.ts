import { formatScaled, formatYuan } from '@ciyuan/core/kernel';
import type { Json } from '@ciyuan/core/usage';
import type { ChargeTotals, InSuspense, UsageOutcome } from '@ciyuan/modules/charging';
import type { ChargeView, UsageResult, UsageResults } from './usage.dto';

export function resultsOf(records: readonly Json[], outcomes: readonly UsageOutcome[]): UsageResults {
  const counts = { accepted: 0, duplicate: 0, conflict: 0, suspense: 0, refused: 0 };
  const results = outcomes.map((outcome, index): UsageResult => {
    counts[outcome.status] += 1;
    return { index, id: idOf(records[index]), ...resultOf(outcome) };
  });
  return { counts, results };
}

function resultOf(outcome: UsageOutcome): Omit<UsageResult, 'index' | 'id'> {
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
