import { parseInstant } from '@ciyuan/core/kernel';
import { totalTokens, countsOf } from '@ciyuan/core/usage';
import type { WireRecord } from '../wire-record';
import { partnerDealer, type PlacedRecord } from './placed-record';

/** Records that name their account, instant and market themselves: only their partner is dealt, and their order kept by time. */
export function placeOwnRecords(records: readonly WireRecord[], partners: readonly string[]): PlacedRecord[] {
  const dealer = partnerDealer(partners);
  const placed = records.map((record): PlacedRecord => {
    const at = parseInstant(record.at);
    if (at === undefined) throw new RangeError(`not an instant: ${record.at}`);
    return { partner: dealer.deal(record.account), at, record };
  });
  return placed.sort((left, right) => left.at - right.at);
}

/** The accounts that records name, the heaviest first; equals in the order of their codes. */
export function accountsByUse(records: readonly WireRecord[]): string[] {
  const totals = new Map<string, number>();
  for (const { account, tokens } of records) {
    totals.set(account, (totals.get(account) ?? 0) + totalTokens(countsOf(tokens)));
  }
  const heavier = ([a, left]: [string, number], [b, right]: [string, number]): number =>
    right - left || (a < b ? -1 : 1);
  return [...totals].sort(heavier).map(([account]) => account);
}
