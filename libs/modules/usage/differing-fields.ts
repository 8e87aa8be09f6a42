import { COUNTERS, type Json, type UsageRecord } from '@ciyuan/core/usage';
import type { ReportedUsage } from './reported-usage';
import type { FirstOutcome, StoredUsage } from './usage-outcomes.store';

/** The values are the same, written in another way: zero counts, another offset of the same instant. */
const SPELLING = 'spelling';

/** Names the fields of a conflicting report that differ from what was accepted first, as the partner writes them. */
export function differingFields(usage: ReportedUsage, first: FirstOutcome): string[] {
  const fields =
    first.state === 'charged'
      ? differingValues(usage.record, first.stored)
      : differingMembers(usage.body, first.body);
  return fields.length === 0 ? [SPELLING] : fields;
}

function differingValues(record: UsageRecord, stored: StoredUsage): string[] {
  const fields: string[] = [];
  if (record.accountCode !== stored.accountCode) fields.push('account');
  const same = ['at', 'model', 'vendor', 'computeOwner', 'chipKind', 'serviceTier'] as const;
  for (const name of same) if (record[name] !== stored[name]) fields.push(name);
  for (const name of new Set([...Object.keys(record.dimensions), ...Object.keys(stored.dimensions)])) {
    if (name === 'chipKind') continue;
    if (record.dimensions[name] !== stored.dimensions[name]) fields.push(`dimensions.${name}`);
  }
  COUNTERS.forEach((name, index) => {
    if (record.counts[index] !== stored.counts[index]) fields.push(`tokens.${name}`);
  });
  return fields;
}

function differingMembers(received: Json, first: Json, path = ''): string[] {
  if (!isObject(received) || !isObject(first)) return received === first ? [] : [path];
  const names = [...new Set([...Object.keys(received), ...Object.keys(first)])];
  return names.flatMap((name) =>
    differingMembers(received[name] ?? null, first[name] ?? null, path === '' ? name : `${path}.${name}`),
  );
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
