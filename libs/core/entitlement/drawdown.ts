import { COUNTERS, TOKEN_CLASSES, type Counts } from '../usage';
import { isEligible, type DrawableGrant } from './grant';

const COUNTER_COUNT = COUNTERS.length;
const CLASSES: readonly string[] = TOKEN_CLASSES;

/** What one grant covered of one record. */
export interface Draw<G extends DrawableGrant> {
  readonly grant: G;
  milliTokens: bigint;
  /** Whole tokens covered, by counter. */
  readonly covered: number[];
}

export interface Drawdown<G extends DrawableGrant> {
  /** One per grant that covered something, in burn order. */
  readonly draws: readonly Draw<G>[];
  /** What no grant covered, by counter; meters are never covered. */
  readonly overage: number[];
  /** The eligible grant that would be burnt last, exhausted or not. */
  readonly lastEligible: G | undefined;
}

/**
 * Draws one record from `grants`, which must be in burn order; their `leftMilli` falls by what is drawn.
 * Classes go in canonical order. A token is never split: a grant covers ⌊left / coefficient⌋ whole tokens of a
 * class and what cannot cover a whole one stays. Coefficient 0 is covered and draws nothing.
 */
export function drawRecord<G extends DrawableGrant>(
  grants: readonly G[],
  record: { readonly model: string; readonly at: number; readonly counts: Counts },
): Drawdown<G> {
  const eligible = grants.filter((grant) => isEligible(grant, record.model, record.at));
  const overage = record.counts.slice();
  if (eligible.length === 0) return { draws: [], overage, lastEligible: undefined };
  const draws: (Draw<G> | undefined)[] = new Array<Draw<G> | undefined>(eligible.length);
  for (let counter = 0; counter < CLASSES.length; counter++) {
    if (overage[counter]) drawClass(eligible, draws, overage, counter, record);
  }
  return {
    draws: draws.filter((draw) => draw !== undefined),
    overage,
    lastEligible: eligible[eligible.length - 1],
  };
}

function drawClass<G extends DrawableGrant>(
  eligible: readonly G[],
  draws: (Draw<G> | undefined)[],
  overage: number[],
  counter: number,
  record: { readonly model: string; readonly at: number },
): void {
  const tokenClass = CLASSES[counter] as string;
  let need = overage[counter] as number;
  for (let i = 0; i < eligible.length && need > 0; i++) {
    const grant = eligible[i] as G;
    const coefficient = grant.coefficients(record.model, tokenClass, record.at);
    const covered = coefficient === 0n ? need : wholeTokens(grant.leftMilli, coefficient, need);
    if (covered === 0) continue;
    const draw = (draws[i] ??= { grant, milliTokens: 0n, covered: new Array<number>(COUNTER_COUNT).fill(0) });
    const milliTokens = BigInt(covered) * coefficient;
    draw.covered[counter] = covered;
    draw.milliTokens += milliTokens;
    grant.leftMilli -= milliTokens;
    need -= covered;
  }
  overage[counter] = need;
}

function wholeTokens(leftMilli: bigint, coefficient: bigint, need: number): number {
  const all = BigInt(need) * coefficient;
  return leftMilli >= all ? need : Number(leftMilli / coefficient);
}
