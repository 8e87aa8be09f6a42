import { isDecimal, ratioOf } from '../kernel';

/** Why a rule cannot be saved; `path` is dot-separated, from the rule. */
export interface SplitRuleFault {
  readonly path: string;
  readonly code:
    | 'residual_missing'
    | 'residual_not_one_party'
    | 'party_missing'
    | 'not_a_decimal'
    | 'negative'
    | 'over_100_percent'
    | 'unknown_type'
    | 'unknown_basis'
    | 'unknown_class'
    | 'no_tiers'
    | 'bound_does_not_rise'
    | 'row_after_unbounded'
    | 'last_is_bounded'
    | 'guarantee_of_residual'
    | 'guarantee_twice'
    | 'name_missing'
    | 'name_twice'
    | 'unknown_bearer'
    | 'never_due_on_free'
    | 'names_nothing'
    | 'tie';
}

/** Finer decimals than a price or a percentage is ever agreed in. */
const PLACES = 12;

export function checkDecimal(text: string, path: string): SplitRuleFault[] {
  return isDecimal(text, PLACES) ? [] : [{ path, code: 'not_a_decimal' }];
}

export function checkNotNegative(text: string, path: string): SplitRuleFault[] {
  const faults = checkDecimal(text, path);
  return faults.length > 0 || ratioOf(text).n >= 0n ? faults : [{ path, code: 'negative' }];
}

/** From 0 to `most`, inclusive: 1 for a fraction, 100 for a percentage. */
export function checkShare(text: string, most: bigint, path: string): SplitRuleFault[] {
  const faults = checkNotNegative(text, path);
  if (faults.length > 0) return faults;
  const { n, d } = ratioOf(text);
  return n > d * most ? [{ path, code: 'over_100_percent' }] : [];
}
