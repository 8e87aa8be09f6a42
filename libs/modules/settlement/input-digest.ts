import { createHash } from 'node:crypto';
import type { SettlementInput } from '@ciyuan/core/settlement';

type Read = Pick<
  SettlementInput,
  'month' | 'lines' | 'issuedShares' | 'issuedSplits' | 'transfers' | 'contracts'
>;

/**
 * SHA-256, hex, over what a settlement read: the roll-ups in the order of their keys, what was issued before, what was
 * decided to move, and what contracts say of the month. The other documents that it is read with never change.
 */
export function inputDigest({
  month,
  lines,
  issuedShares,
  issuedSplits,
  transfers,
  contracts,
}: Read): string {
  const hash = createHash('sha256').update(`settlement 4 ${month}\n`);
  for (const part of [lines, issuedShares, issuedSplits, transfers]) {
    for (const one of part) hash.update(`${JSON.stringify(Object.values(one), exactly)}\n`);
    hash.update('\n');
  }
  const { agreements, advances, heldBack, purchases, rates, coverage } = contracts;
  const covered =
    coverage === undefined
      ? []
      : [[coverage.before], coverage.outstanding, coverage.revenue, coverage.accounts];
  for (const part of [agreements, advances, heldBack, purchases, rates, ...covered]) {
    for (const one of part) hash.update(`${JSON.stringify(one, exactly)}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}

const exactly = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
