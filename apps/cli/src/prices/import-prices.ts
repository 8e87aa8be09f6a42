import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { importLiteLlm } from '../vectors/litellm/import-litellm';
import { readPriceList } from '../vectors/litellm/read-price-list';
import { summariseImport } from '../vectors/litellm/summarise-import';
import { listAsBook } from './list-to-book';

export interface PricesToImport {
  /** A price list of LiteLLM's, plain or gzip. */
  readonly file: string;
  readonly code: string;
  /** From when on the prices hold, ISO 8601 with an offset: the list does not say. */
  readonly effectiveFrom: string;
  /** Where `CODE.json` and `CODE-refused.csv` are written. */
  readonly directory: string;
}

/** Reads a price list into a book, with a list of all that a book cannot say; answers with what there is to tell. */
export function importPrices({ file, code, effectiveFrom, directory }: PricesToImport): string[] {
  const list = readPriceList(file);
  const imported = importLiteLlm(list, effectiveFrom);
  const { book, refused } = listAsBook(code, imported);
  mkdirSync(directory, { recursive: true });
  const [bookFile, refusedFile] = [join(directory, `${code}.json`), join(directory, `${code}-refused.csv`)];
  writeFileSync(bookFile, `${JSON.stringify(book, undefined, 1)}\n`);
  const rows = refused.map(({ model, key, reason }) => [model, key ?? '', reason]);
  writeFileSync(refusedFile, stringify([['model', 'price', 'reason'], ...rows]));
  const models = new Set(book.entries.map(({ model }) => model));
  return [
    ...summariseImport(list, imported),
    `${bookFile}: ${book.entries.length} prices of ${models.size} models, in ${book.currency}`,
    `${refusedFile}: ${refused.length} lines, each with its reason`,
  ];
}
