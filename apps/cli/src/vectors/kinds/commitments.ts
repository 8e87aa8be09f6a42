import { settleCommitment, type CommitmentContract, type TokenPeriod } from '@ciyuan/core/commitment';
import { formatYuan, parseScaled, parseYuan, ratioOf } from '@ciyuan/core/kernel';
import { yuanText } from '../exact-text';

interface ContractDocument {
  readonly metric: 'tokens' | 'amount';
  readonly pricePerMillion?: string;
  readonly overPricePerMillion?: string;
  readonly shortfallPercent: string;
  readonly makeUp?: { readonly percentOfShortfall: string; readonly withinPeriods: number };
  readonly periods: readonly { readonly committed: string }[];
}

export interface CommitmentCase {
  readonly contract: ContractDocument;
  readonly consumption: readonly string[];
  readonly expected: readonly Readonly<Record<string, string>>[];
}

/** Micro-yuan per million tokens is pico-yuan per token. */
const PRICE_PLACES = 6;

export function reproduceCommitment(given: CommitmentCase): CommitmentCase {
  const read = given.contract.metric === 'tokens' ? BigInt : parseYuan;
  const settled = settleCommitment(contractOf(given.contract), given.consumption.map(read));
  if (settled.metric === 'tokens') return { ...given, expected: settled.periods.map(tokenPeriod) };
  const expected = settled.periods.map(({ consumed, shortfall, shortfallCharge }) => ({
    consumed: formatYuan(consumed),
    shortfall: formatYuan(shortfall),
    shortfallCharge: yuanText(shortfallCharge),
  }));
  return { ...given, expected };
}

function contractOf(document: ContractDocument): CommitmentContract {
  const shortfallPercent = ratioOf(document.shortfallPercent);
  const committed = document.periods.map((period) => period.committed);
  if (document.metric === 'amount')
    return { metric: 'amount', shortfallPercent, committedPico: committed.map(parseYuan) };
  const { makeUp } = document;
  return {
    metric: 'tokens',
    pricePico: parseScaled(document.pricePerMillion ?? '', PRICE_PLACES),
    overPricePico: parseScaled(document.overPricePerMillion ?? '', PRICE_PLACES),
    shortfallPercent,
    committedTokens: committed.map(BigInt),
    ...(makeUp && { makeUp: { ...makeUp, percentOfShortfall: ratioOf(makeUp.percentOfShortfall) } }),
  };
}

const tokenPeriod = (period: TokenPeriod): Record<string, string> => ({
  consumed: String(period.consumed),
  withinCommitment: String(period.withinCommitment),
  withinCharge: formatYuan(period.withinCharge),
  shortfall: String(period.shortfall),
  shortfallCharge: yuanText(period.shortfallCharge),
  makeUpUsed: String(period.makeUpUsed),
  over: String(period.over),
  overCharge: formatYuan(period.overCharge),
  makeUpBalance: String(period.makeUpBalance),
});
