import { COUNTERS, reportedName, type Json, type WireUsage } from '@ciyuan/core/usage';
import { differingMembers } from './differing-members';
import type { ReportedUsage } from './reported-usage';
import type { FirstOutcome, StoredUsage } from './usage-outcomes.store';

/** The values are the same, written in another way: zero counts, another offset of the same instant. */
const SPELLING = 'spelling';

/** Names the fields of a conflicting report that differ from what was accepted first, as the partner writes them. */
export function differingFields(usage: ReportedUsage, first: FirstOutcome): string[] {
  const fields =
    first.state === 'charged'
      ? [...differingValues(usage.record, first.stored), ...differingQuantities(usage, first.stored)]
      : differingMembers(usage.body, first.body);
  return fields.length === 0 ? [SPELLING] : fields;
}

function differingValues(record: ReportedUsage['record'], stored: StoredUsage): string[] {
  const fields: string[] = [];
  if (record.accountCode !== stored.accountCode) fields.push('account');
  if (reportedName(record) !== reportedName(stored)) fields.push('model');
  const same = ['at', 'vendor', 'computeOwner', 'chipKind', 'serviceTier'] as const;
  for (const name of same) if (record[name] !== stored[name]) fields.push(name);
  for (const name of new Set([...Object.keys(record.dimensions), ...Object.keys(stored.dimensions)])) {
    if (name === 'chipKind') continue;
    if (record.dimensions[name] !== stored.dimensions[name]) fields.push(`dimensions.${name}`);
  }
  return fields;
}

/** Counts are compared where both were given as counts; of a provider's object, what it says itself. */
function differingQuantities(usage: ReportedUsage, stored: StoredUsage): string[] {
  const { wire } = usage.record;
  if (wire !== undefined || stored.wire !== undefined) {
    return differingMembers(quantityMembers(wire), quantityMembers(stored.wire));
  }
  if (!usage.isReadable) return [];
  const { counts } = usage.record;
  return COUNTERS.flatMap((name, index) =>
    counts[index] === stored.counts[index] ? [] : [`tokens.${name}`],
  );
}

/** As a record of either form has them; of the tokens only whether they are there. */
const quantityMembers = (wire: WireUsage | undefined): Json =>
  wire === undefined ? { tokens: true } : { semantics: wire.semantics, usage: wire.raw };
