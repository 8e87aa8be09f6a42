import { createHash } from 'node:crypto';
import type { SettlementInput } from '@ciyuan/core/settlement';

type Read = Pick<SettlementInput, 'month' | 'lines' | 'issuedShares' | 'issuedSplits' | 'transfers'>;

/**
 * SHA-256, hex, over what a settlement read: the roll-ups in the order of their keys, what was issued before, and
 * what was decided to move. The
 * documents that they are read with never change.
 */
export function inputDigest({ month, lines, issuedShares, issuedSplits, transfers }: Read): string {
  const hash = createHash('sha256').update(`settlement 2 ${month}\n`);
  for (const part of [lines, issuedShares, issuedSplits, transfers]) {
    for (const one of part) hash.update(`${JSON.stringify(Object.values(one), exactly)}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}

const exactly = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
