import { fenToPico, formatFen, formatScaled, parseFen, prorate } from '@ciyuan/core/kernel';
import { recognised } from '@ciyuan/core/ledger';

interface Upgrade {
  readonly old_price: string;
  readonly new_price: string;
  readonly old_quota: number;
  readonly new_quota: number;
  readonly remaining_days: number;
  readonly denominator: number;
}

interface MonthlyPlan {
  readonly tokens_per_month: number;
  readonly price_cny: string;
}

const PRICE_PLACES = 6;
const PICO_PER_MICRO = 1_000_000n;
const MILLI_OF_A_MILLION = 1_000_000_000n;

/** What an upgrade within a period comes to: the difference of fee and allowance for the days that are left of it. */
export function upgradeDifference(given: Upgrade): object {
  if (given.denominator !== 30) throw new Error(`another denominator: ${given.denominator}`);
  const { feeFen, allowanceTokens } = prorate({
    feeFen: parseFen(given.new_price) - parseFen(given.old_price),
    allowanceTokens: BigInt(given.new_quota - given.old_quota),
    days: given.remaining_days,
    periodDays: given.denominator,
    denominator: 'thirty',
    allowanceRounding: 'up',
  });
  return { pay: formatFen(feeFen), extra_quota: Number(allowanceTokens) };
}

/** What the first million package tokens of a month recognise of its price. */
export function millionPrice({ tokens_per_month: tokens, price_cny: price }: MonthlyPlan): object {
  const pico = recognised(fenToPico(parseFen(price)), BigInt(tokens) * 1000n, MILLI_OF_A_MILLION);
  return { cny_per_mtok: formatScaled(pico / PICO_PER_MICRO, PRICE_PLACES) };
}
