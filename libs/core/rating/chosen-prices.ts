import type { PriceBook, PriceEntry, TierRow } from '../catalogue';
import { ok, pattern, refuse, type Result } from '../kernel';

/**
 * `part_of_a_ladder`: a ladder prices what is chosen and what is not, together. `chooses_nothing`: a model or class of
 * the choice stands in no row, or all of them together choose none.
 */
export type ChoiceFault = 'part_of_a_ladder' | 'chooses_nothing';

export interface Choice {
  readonly models?: readonly string[];
  readonly classes?: readonly string[];
}

export interface ChosenPrices {
  readonly isEntry: (entry: PriceEntry) => boolean;
  readonly isTier: (row: TierRow) => boolean;
}

/** Which rows of a book are meant. A row is chosen by what it names: `glm-5` does not choose a price of `glm-*`. */
export function chosenBy(book: PriceBook, { models, classes }: Choice): Result<ChosenPrices, ChoiceFault> {
  const isModel = anyOf(models?.map(pattern));
  const isClass = (name: string): boolean => classes === undefined || classes.includes(name);
  const isEntry = (entry: PriceEntry): boolean => isModel(entry.model) && isClass(entry.class);
  const pairs = (row: TierRow): number =>
    row.models.filter(isModel).length * row.classes.filter(isClass).length;
  const isTier = (row: TierRow): boolean => pairs(row) === row.models.length * row.classes.length;
  if (book.tiers.some((row) => pairs(row) > 0 && !isTier(row))) return refuse('part_of_a_ladder');
  const named = [
    ...book.entries.map((entry) => ({ models: [entry.model], classes: [entry.class] })),
    ...book.tiers,
  ];
  const isChoice = models !== undefined || classes !== undefined;
  const isInVain =
    (models ?? []).some((name) => !named.some((row) => row.models.some(anyOf([pattern(name)])))) ||
    (classes ?? []).some((name) => !named.some((row) => row.classes.includes(name))) ||
    (isChoice && !book.entries.some(isEntry) && !book.tiers.some(isTier));
  return isInVain ? refuse('chooses_nothing') : ok({ isEntry, isTier });
}

const anyOf =
  (patterns: readonly { matches(name: string): boolean }[] | undefined) =>
  (name: string): boolean =>
    patterns === undefined || patterns.some((one) => one.matches(name));
