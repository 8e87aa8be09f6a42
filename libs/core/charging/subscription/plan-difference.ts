import type { Plan } from '../../catalogue';
import { daysBetween, parseFen, periodContaining, prorate, type Instant } from '../../kernel';
import type { SoldTerms } from '../issue-grant';

export interface RunningCycle {
  readonly zone: string;
  readonly anchorDay: number;
  readonly now: Instant;
}

/**
 * What an upgrade at `now` sells for the rest of the running cycle: what the new plan costs and grants more, × days
 * left / the denominator of the new plan; the local day of `now` counts whole. The fee is rounded half away from zero
 * to the fen, the allowance as the new plan says. Undefined where the new plan costs less, or grants no more.
 */
export function differenceTerms(
  old: Plan,
  sold: Plan,
  { zone, anchorDay, now }: RunningCycle,
): SoldTerms | undefined {
  const feeFen = parseFen(sold.price) - parseFen(old.price);
  const allowanceTokens = BigInt(sold.allowance?.tokens ?? 0) - BigInt(old.allowance?.tokens ?? 0);
  if (feeFen < 0n || allowanceTokens <= 0n) return undefined;
  const period = periodContaining(zone, anchorDay, now);
  const { denominator, allowanceRounding } = sold.planChange ?? sold.firstPeriod;
  const share = prorate({
    feeFen,
    allowanceTokens,
    days: daysBetween(zone, now, period.end),
    periodDays: daysBetween(zone, period.start, period.end),
    denominator,
    allowanceRounding,
  });
  // Days too few for a whole token are not charged either.
  const grossFen = share.allowanceTokens === 0n ? 0n : share.feeFen;
  return { effectiveAt: now, expiresAt: period.end, tokens: share.allowanceTokens, grossFen };
}
