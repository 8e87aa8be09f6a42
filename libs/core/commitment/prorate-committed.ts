import { divideFloor } from '../kernel';

/** The volume promised for a partial period: committed × days / periodDays, rounded down to a whole token. */
export function prorateCommitted(committedTokens: bigint, days: number, periodDays: number): bigint {
  const whole = Number.isSafeInteger(days) && Number.isSafeInteger(periodDays);
  if (!whole || days < 0 || periodDays < 1 || days > periodDays)
    throw new RangeError(`not a part of a period: ${days} of ${periodDays} days`);
  return divideFloor(committedTokens * BigInt(days), BigInt(periodDays));
}
