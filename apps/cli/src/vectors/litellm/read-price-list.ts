import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { messageOf } from '../check-file';
import type { LiteLlmEntry, LiteLlmList } from './price-list';

/** The text of a file, plain or gzip by its name. */
export function readText(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** What the person who named the file can mend. */
export class PriceListError extends Error {}

/** Refuses, by a {@link PriceListError}, a file that is no object of models; one that is absent fails as files do. */
export function readPriceList(file: string): LiteLlmList {
  const text = readText(file);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new PriceListError(`${file}: ${messageOf(error)}`);
  }
  if (!isRecord(content) || !Object.values(content).every(isRecord)) {
    throw new PriceListError(`${file}: not a price list, which is an object of models`);
  }
  return content as LiteLlmList;
}

const isRecord = (value: unknown): value is LiteLlmEntry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
