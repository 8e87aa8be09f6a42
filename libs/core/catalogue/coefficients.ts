import { bySpecificity, parseScaled, pattern, type Pattern } from '../kernel';

/** How many package tokens one token of a class counts for; at most three decimals. */
export interface CoefficientRow {
  readonly model: string;
  /** A token class, or `*` for all of them. */
  readonly class: string;
  readonly coefficient: string;
}

/** Milli-tokens that one token draws. */
export type CoefficientLookup = (model: string, tokenClass: string) => bigint;

const ONE_MILLI = 1000n;

/**
 * The most specific row wins: exact model, longer literal, then naming the class. No row means 1, and a class
 * never takes its parent's. Throws on a fourth decimal.
 */
export function compileCoefficients(rows: readonly CoefficientRow[]): CoefficientLookup {
  const compiled = rows.map((row) => ({
    model: pattern(row.model),
    class: row.class,
    milli: parseScaled(row.coefficient, 3),
  }));
  compiled.sort((a, b) => bySpecificity(a.model, b.model) || named(b) - named(a));
  const cache = new Map<string, Map<string, bigint>>();
  return (model, tokenClass) => {
    let byClass = cache.get(model);
    if (byClass === undefined) cache.set(model, (byClass = new Map<string, bigint>()));
    let milli = byClass.get(tokenClass);
    if (milli === undefined) {
      milli = compiled.find((row) => applies(row, model, tokenClass))?.milli ?? ONE_MILLI;
      byClass.set(tokenClass, milli);
    }
    return milli;
  };
}

const named = (row: { readonly class: string }): number => (row.class === '*' ? 0 : 1);

function applies(row: { model: Pattern; class: string }, model: string, tokenClass: string): boolean {
  return (row.class === '*' || row.class === tokenClass) && row.model.matches(model);
}
