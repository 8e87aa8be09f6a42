import { normaliseUsage } from '@ciyuan/core/usage';
import type { LoggedRecord } from './logged-event';
import type { FigureDifference } from './figures';

/** Records whose counts were made of a provider's object and are not what it gives now. */
export function ownDifferences(accountId: number, records: readonly LoggedRecord[]): FigureDifference[] {
  return records.flatMap(({ record, event }) => {
    if (record.wire === undefined) return [];
    const read = normaliseUsage(record.wire.semantics, record.wire.raw);
    const computed = read.ok ? read.value.counts.join(' ') : read.refusal.reason;
    const stored = record.counts.join(' ');
    const figure = `usage_record ${accountId}/${event.sequence}`;
    return computed === stored ? [] : [{ figure, column: 'raw_usage', stored, computed }];
  });
}
