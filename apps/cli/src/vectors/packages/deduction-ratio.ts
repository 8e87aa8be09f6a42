import { compileCoefficients, type CoefficientRow } from '@ciyuan/core/catalogue';
import { drawRecord, type DrawableGrant } from '@ciyuan/core/entitlement';
import { divide, formatScaled, parseInstant, ratioOf } from '@ciyuan/core/kernel';
import { countsOf } from '@ciyuan/core/usage';
import { exactText } from '../exact-text';

interface RatioOfPrices {
  readonly base_price_per_k: string;
  readonly item_price_per_k: string;
  readonly tokens: number;
}

interface CreditsOfTokens {
  readonly tokens: number;
  readonly coefficient: string;
  /** What one credit is for, in words that begin with its name. */
  readonly unit: string;
}

const MODEL = 'measured';
const CLASS = 'input';
const MILLI_PLACES = 3;
const ZONE = 'Asia/Shanghai';
const END_OF_PROMOTION = '2026-07-01T00:00:00+08:00';
const DEAR = 'GLM-5.1';
const PEAK: CoefficientRow = {
  model: DEAR,
  class: '*',
  coefficient: '3',
  hours: { from: '14:00', to: '18:00' },
};
const PROMOTED: readonly CoefficientRow[] = [PEAK];
const AFTERWARDS: readonly CoefficientRow[] = [PEAK, { model: DEAR, class: '*', coefficient: '2' }];
/** Ten thousand tokens to a credit. */
const CREDIT_PLACES = 4;

/** A class that costs so many times the pack's own unit draws as many times its tokens. */
export function deductedByRatio(given: RatioOfPrices): object {
  const coefficient = exactText(divide(ratioOf(given.item_price_per_k), ratioOf(given.base_price_per_k)));
  return { ratio: coefficient, deducted: formatScaled(drawn(given.tokens, coefficient), MILLI_PLACES) };
}

export function creditsUsed({ tokens, coefficient, unit }: CreditsOfTokens): object {
  if (!unit.endsWith('per 10000 tokens')) throw new Error(`another unit: ${unit}`);
  return { used: formatScaled(drawn(tokens, coefficient), MILLI_PLACES + CREDIT_PLACES) };
}

/** How many times its tokens a call of the model draws at the instant, of what was promoted until the end of June. */
export function multiplierAt({ at, model }: { readonly at: string; readonly model: string }): object {
  const instant = parseInstant(at);
  if (instant === undefined) throw new Error(`not an instant: ${at}`);
  const rows = instant < Date.parse(END_OF_PROMOTION) ? PROMOTED : AFTERWARDS;
  const milli = compileCoefficients(rows, ZONE)(model, CLASS, instant);
  return { multiplier: formatScaled(milli, MILLI_PLACES) };
}

/** Milli-tokens. */
function drawn(tokens: number, coefficient: string): bigint {
  const grant: DrawableGrant = {
    id: 'pack',
    priority: 0,
    grantedAt: 0,
    effectiveAt: 0,
    expiresAt: null,
    matchesModel: () => true,
    coefficients: compileCoefficients([{ model: MODEL, class: CLASS, coefficient }]),
    leftMilli: BigInt(tokens) * 1_000_000n,
  };
  const { draws } = drawRecord([grant], { model: MODEL, at: 0, counts: countsOf({ [CLASS]: tokens }) });
  return draws[0]?.milliTokens ?? 0n;
}
