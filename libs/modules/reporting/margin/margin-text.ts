import { formatScaled, multiply, ratio, round, type Ratio } from '@ciyuan/core/kernel';
import { percentOf, yuanPerMillion } from '@ciyuan/core/settlement';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { yuanText } from '../formats/plain-text';
import { REVENUE_KINDS, revenueOf, tokensOf, type MarginFigures } from './margin-figures';

/** Places of what is a ratio, such as a price per million: half away from zero; the ratio itself is exact. */
const SHOWN_PLACES = 6;
const SHOWN = ratio(10n ** BigInt(SHOWN_PLACES));

export const ratioText = (exact: Ratio | null): string | null =>
  exact === null ? null : formatScaled(round(multiply(exact, SHOWN)), SHOWN_PLACES);

/** Figures as they are shown everywhere: amounts with two places, counts whole, ratios with six places. */
export function marginText(figures: MarginFigures): Record<string, string | null> {
  const [tokens, revenue] = [tokensOf(figures), revenueOf(figures)];
  const perMillion = (fen: bigint): string | null => ratioText(yuanPerMillion(fen, tokens));
  return {
    records: String(figures.records),
    tokens: String(tokens),
    paidTokens: String(figures.paidTokens),
    freeTokens: String(figures.freeTokens),
    overdrawTokens: String(figures.overdrawTokens),
    ...Object.fromEntries(
      TOKEN_CLASSES.map((name, index) => [classKey(name), String(figures.classes[index])]),
    ),
    ...Object.fromEntries(
      REVENUE_KINDS.map((kind) => [`${kind}Revenue`, yuanText(figures.revenueFen[kind])]),
    ),
    revenue: yuanText(revenue),
    cost: yuanText(figures.costFen),
    margin: yuanText(figures.marginFen),
    overdrawCost: yuanText(figures.overdrawCostFen),
    trialCost: yuanText(figures.trialCostFen),
    marginPercent: ratioText(percentOf(figures.marginFen, revenue)),
    revenuePerMillion: perMillion(revenue),
    costPerMillion: perMillion(figures.costFen),
    marginPerMillion: perMillion(figures.marginFen),
  };
}

/** `cached_input` → `cachedInputTokens`. */
export const classKey = (name: string): string =>
  `${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Tokens`;
