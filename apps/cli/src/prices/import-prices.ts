import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { PriceBook } from '@ciyuan/core/catalogue';
import { importLiteLlm } from '../vectors/litellm/import-litellm';
import { readPriceList } from '../vectors/litellm/read-price-list';
import { summariseImport } from '../vectors/litellm/summarise-import';
import { listAsBook, type Conversion } from './list-to-book';
import { modelLines } from './model-lines';
import { priceChanges } from './price-changes';

export interface PricesToImport {
  /** A price list of LiteLLM's, plain or gzip. */
  readonly file: string;
  readonly code: string;
  /** From when on the prices hold, ISO 8601 with an offset: the list does not say. */
  readonly effectiveFrom: string;
  /** Where `CODE.json` and `CODE-refused.csv` are written, and `CODE-diff.csv` where there is an older list. */
  readonly directory: string;
  /** An older list, to compare with. */
  readonly since?: string;
  /** Where the book is to be in another currency than the list. */
  readonly conversion?: Conversion;
  /** Whether `CODE-models.yaml` is written: lines of a models file for somebody who knows the vendors. */
  readonly models?: boolean;
}

export interface ImportedBook {
  readonly book: PriceBook;
  /** What there is to tell. */
  readonly told: readonly string[];
}

/** Reads a price list into a book, with a list of all that a book cannot say. */
export function importPrices(input: PricesToImport): ImportedBook {
  const { file, code, effectiveFrom, directory, since, conversion } = input;
  const list = readPriceList(file);
  // Read first: where it cannot be, nothing is written.
  const older = since === undefined ? undefined : readPriceList(since);
  const imported = importLiteLlm(list, effectiveFrom);
  const { book, refused } = listAsBook(code, imported, conversion);
  mkdirSync(directory, { recursive: true });
  const [bookFile, refusedFile] = [join(directory, `${code}.json`), join(directory, `${code}-refused.csv`)];
  writeFileSync(bookFile, `${JSON.stringify(book, undefined, 1)}\n`);
  const rows = refused.map(({ model, key, reason }) => [model, key ?? '', reason]);
  writeFileSync(refusedFile, stringify([['model', 'price', 'reason'], ...rows]));
  const models = new Set(book.entries.map(({ model }) => model));
  const told = [
    ...summariseImport(list, imported),
    `${bookFile}: ${book.entries.length} prices of ${models.size} models, in ${book.currency}`,
    `${refusedFile}: ${refused.length} lines, each with its reason`,
  ];
  if (input.models === true) {
    const modelsFile = join(directory, `${code}-models.yaml`);
    writeFileSync(modelsFile, modelLines([...models], list));
    told.push(`${modelsFile}: ${models.size} models whose vendor is to be written in`);
  }
  if (older !== undefined) {
    const before = listAsBook(code, importLiteLlm(older, effectiveFrom), conversion).book;
    told.push(writeChanges(join(directory, `${code}-diff.csv`), before, book));
  }
  return { book, told };
}

/** Between what a book holds of either list: a price that one of them could not say is added or dropped. */
function writeChanges(file: string, before: PriceBook, after: PriceBook): string {
  const { rows, added, dropped, dearer, cheaper } = priceChanges(before, after);
  const columns = ['model', 'class', 'conditions', 'before', 'after', 'percent'];
  writeFileSync(file, stringify([...rows], { header: true, columns }));
  return `${file}: ${added} prices added, ${dropped} dropped, ${dearer} dearer, ${cheaper} cheaper`;
}
