import { checkPriceBook } from '@ciyuan/core/rating';
import type { ImportedPrices } from './import-litellm';
import type { LiteLlmList, RefusedPrice } from './price-list';

/** What became of a price list, line by line: nothing of it is left out of one of the sums. */
export function summariseImport(list: LiteLlmList, imported: ImportedPrices): string[] {
  const { entries, multipliers, refused } = imported;
  const held = [...entries.values()].reduce((sum, one) => sum + one.length, 0);
  const whole = refused.filter(({ key }) => key === undefined);
  const parts = refused.filter(({ key }) => key !== undefined);
  const holes = modelsWithHoles(imported);
  const other = Object.keys(list).length - entries.size - whole.length;
  return [
    `${Object.keys(list).length} models in the list: ${entries.size} held (${held} prices, ${multipliers.length} factors), ` +
      `${whole.length} refused, ${other} without a price that a book counts`,
    ...byReason(whole).map((line) => `  models refused: ${line}`),
    ...byReason(parts).map((line) => `  single prices refused: ${line}`),
    ...holes.map(([code, count]) => `  models held that a book refuses on saving: ${count} (${code})`),
  ];
}

/** The field at fault, which stands first, is not part of the reason. */
function byReason(refused: readonly RefusedPrice[]): string[] {
  const reasons = refused.map(({ key, reason }) =>
    key === undefined ? reason.replace(/^\w+: /, '') : `${reason} (${key})`,
  );
  return counted(reasons).map(([reason, count]) => `${count} ${reason}`);
}

function modelsWithHoles({ entries, multipliers }: ImportedPrices): [string, number][] {
  const faults = [...entries].flatMap(([model, own]) => {
    const factors = multipliers.filter((row) => row.model === model);
    const book = {
      code: 'list',
      zone: 'UTC',
      currency: 'USD',
      entries: own,
      multipliers: factors,
      tiers: [],
    };
    return [...new Set(checkPriceBook(book).map(({ code }) => code))];
  });
  return counted(faults);
}

function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
