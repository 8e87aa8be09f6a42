import type { Pattern } from '../kernel';

/**
 * What applies to a model among rows in an order of precedence, in that order: names come before patterns in it. Names
 * are looked up, so that a book of thousands of models is not gone through for each.
 */
export function byModel<T extends { readonly model: Pattern }>(
  rows: readonly T[],
): (model: string) => readonly T[] {
  const named = rowsByText(rows.filter(({ model }) => model.exact));
  const patterns = rows.filter(({ model }) => !model.exact);
  return (model) => [...(named.get(model) ?? []), ...patterns.filter((row) => row.model.matches(model))];
}

/** The rows of each name or pattern, by its text. */
export function rowsByText<T extends { readonly model: Pattern }>(
  rows: readonly T[],
): ReadonlyMap<string, T[]> {
  const byText = new Map<string, T[]>();
  for (const row of rows) {
    const found = byText.get(row.model.text);
    if (found === undefined) byText.set(row.model.text, [row]);
    else found.push(row);
  }
  return byText;
}
