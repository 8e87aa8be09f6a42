import { bySpecificity, localClock, parseScaled, pattern, type Instant, type Pattern } from '../kernel';
import { compileBand, inBand, type CompiledBand, type Hours } from './time-band';

/** How many package tokens one token of a class counts for; at most three decimals. */
export interface CoefficientRow {
  readonly model: string;
  /** A token class, or `*` for all of them. */
  readonly class: string;
  readonly coefficient: string;
  /** Local time of the table's zone at which it holds; absent for always. */
  readonly hours?: Hours;
}

/** Milli-tokens that one token draws at an instant. */
export type CoefficientLookup = (model: string, tokenClass: string, at: Instant) => bigint;

interface CompiledRow {
  readonly model: Pattern;
  readonly class: string;
  readonly milli: bigint;
  readonly band: CompiledBand | undefined;
}

const ONE_MILLI = 1000n;

/**
 * The most specific row wins: exact model, longer literal, then naming the class, then naming hours. No row means 1,
 * and a class never takes its parent's. `zone` is that of the hours. Throws on a fourth decimal.
 */
export function compileCoefficients(rows: readonly CoefficientRow[], zone = 'UTC'): CoefficientLookup {
  const compiled = rows.map(
    (row): CompiledRow => ({
      model: pattern(row.model),
      class: row.class,
      milli: parseScaled(row.coefficient, 3),
      band: row.hours && compileBand(row.hours),
    }),
  );
  compiled.sort(
    (a, b) => bySpecificity(a.model, b.model) || named(b) - named(a) || Number(!!b.band) - Number(!!a.band),
  );
  const cache = new Map<string, Map<string, readonly CompiledRow[]>>();
  return (model, tokenClass, at) => {
    let byClass = cache.get(model);
    if (byClass === undefined) cache.set(model, (byClass = new Map<string, readonly CompiledRow[]>()));
    let candidates = byClass.get(tokenClass);
    if (candidates === undefined) {
      candidates = compiled.filter((row) => applies(row, model, tokenClass));
      byClass.set(tokenClass, candidates);
    }
    for (const { band, milli } of candidates)
      if (band === undefined || inBand(band, localClock(zone, at))) return milli;
    return ONE_MILLI;
  };
}

const named = (row: { readonly class: string }): number => (row.class === '*' ? 0 : 1);

function applies(row: { model: Pattern; class: string }, model: string, tokenClass: string): boolean {
  return (row.class === '*' || row.class === tokenClass) && row.model.matches(model);
}
