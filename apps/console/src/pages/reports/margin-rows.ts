import type { View } from '@ciyuan/client';

export type MarginMonth = View<'MarginView'>['months'][number];
export type MarginRow = MarginMonth['rows'][number];

/** The API says of figures and values only that they are an object: counts and amounts as texts, by their names. */
type Texts = Readonly<Record<string, string | null | undefined>>;

export const figureOf = (figures: object, name: string): string | null => (figures as Texts)[name] ?? null;

export const valueOf = ({ values }: MarginRow, dimension: string): string | null =>
  (values as Texts)[dimension] ?? null;

/** As one name; null of what is of the month as a whole. */
export function rowName(row: MarginRow, by: readonly string[]): string | null {
  const values = by.map((dimension) => valueOf(row, dimension)).filter((value) => value !== null);
  return row.lineKind === 'share' && values.length > 0 ? values.join(' · ') : null;
}
