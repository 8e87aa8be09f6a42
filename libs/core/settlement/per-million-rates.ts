import { PICO_PER_YUAN, bySpecificity, multiply, pattern, ratio, ratioOf, type Ratio } from '../kernel';
import type { CompiledRate } from './compiled-rule';
import type { SplitLine } from './split-line';
import type { PerMillionStep } from './split-rule';

const YUAN_PER_MILLION = ratio(PICO_PER_YUAN, 1_000_000n);

/** The more specific first: exact model, longer literal, then a named chip kind; last the step's own value, for all. */
export function compileRates({ value, rates = [] }: PerMillionStep): CompiledRate[] {
  return [...rates, { value }]
    .map(({ model = '*', chipKind, value: yuan }) => ({
      model: pattern(model),
      chipKind,
      picoPerToken: multiply(ratioOf(yuan), YUAN_PER_MILLION),
    }))
    .sort((a, b) => bySpecificity(a.model, b.model) || namesChip(b) - namesChip(a));
}

const namesChip = ({ chipKind }: CompiledRate): number => (chipKind === undefined ? 0 : 1);

/** What a token of the line is paid with. Throws where the step's own value is not among the rates. */
export function rateFor(rates: readonly CompiledRate[], { model, chipKind }: SplitLine): Ratio {
  const found = rates.find(
    (rate) => rate.model.matches(model ?? '') && (rate.chipKind === undefined || rate.chipKind === chipKind),
  );
  if (found === undefined) throw new Error(`no rate a million tokens for ${model ?? 'no model'}`);
  return found.picoPerToken;
}
