import { readFileSync } from 'node:fs';
import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import { DefineModel, ReadDocuments } from '@ciyuan/modules/catalogue';
import type { ExchangeRates } from '@ciyuan/core/catalogue';
import { parse } from 'yaml';
import { z } from 'zod';
import { Engine } from '../scratch/scratch-engine';
import { openStoredDatabase, type StoredDatabase } from '../verify/stored-database';
import { PriceListError } from '../vectors/litellm/read-price-list';
import { importPrices } from './import-prices';
import { LIST_CURRENCY, type Conversion } from './list-to-book';
import { publishPrices } from './publish-prices';
import { conversionBy, isRatesFile, readRatesFile } from './read-rates';

export interface PricesOptions {
  readonly code: string;
  readonly effective: string;
  readonly out: string;
  readonly since?: string;
  readonly currency: string;
  /** A file of rates, or the code of a table in the catalogue. */
  readonly rates?: string;
  readonly models?: boolean;
  /** A models file to define the models of, before the book that names them is published. */
  readonly define?: string;
  readonly publish?: boolean;
  readonly draft?: string;
  readonly backDated?: boolean;
}

/**
 * Reads a list into a book and, where it is asked for, brings that into the catalogue of the database of the
 * environment: that of `DATABASE_URL`, else the embedded one of the data folder.
 */
export async function pricesCommand(
  file: string,
  options: PricesOptions,
  print: (line: string) => void,
): Promise<void> {
  const { code, effective: effectiveFrom, out: directory, since, models, define, draft: author } = options;
  const isPublished = options.publish === true || author !== undefined;
  const asksForTable = options.rates !== undefined && !isRatesFile(options.rates);
  const stored =
    isPublished || asksForTable || define !== undefined ? await openStoredDatabase(process.env) : undefined;
  const engine = stored && (await startEngine(stored));
  try {
    const conversion = await conversionOf(options, engine);
    const imported = importPrices({
      file,
      code,
      effectiveFrom,
      directory,
      ...(since !== undefined && { since }),
      ...(models !== undefined && { models }),
      ...(conversion !== undefined && { conversion }),
    });
    imported.told.forEach(print);
    if (engine === undefined) return;
    if (define !== undefined) print(await defineModels(engine, define));
    if (!isPublished) return;
    const { backDated } = options;
    (await publishPrices(engine, { book: imported.book, effectiveFrom, author, backDated })).forEach(print);
  } finally {
    await engine?.stop();
    await stored?.close();
  }
}

async function startEngine(stored: StoredDatabase): Promise<Engine> {
  try {
    return await Engine.start(stored.appUrl, Date.now());
  } catch (error) {
    await stored.close();
    throw error;
  }
}

async function conversionOf(
  { currency, rates, effective }: PricesOptions,
  engine: Engine | undefined,
): Promise<Conversion | undefined> {
  if (currency === LIST_CURRENCY && rates === undefined) return undefined;
  if (rates === undefined)
    throw new PriceListError(`--currency ${currency} needs --rates: no rate is ever guessed`);
  const at = parseInstant(effective) as Instant;
  const table = isRatesFile(rates) ? readRatesFile(rates) : await tableOf(engine, rates, at);
  return conversionBy(table, currency, at);
}

/** The version of a table that is in force at an instant. */
async function tableOf(engine: Engine | undefined, code: string, at: Instant): Promise<ExchangeRates> {
  const versions = (await engine?.get(ReadDocuments).run('exchange_rates', code)) ?? [];
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= at);
  const [latest] = begun.sort((a, b) => b.effectiveFrom - a.effectiveFrom);
  if (latest === undefined)
    throw new PriceListError(`no rates ${code} are in force then, and there is no such file`);
  return latest.body as ExchangeRates;
}

async function defineModels(engine: Engine, file: string): Promise<string> {
  const models = z.array(z.unknown()).safeParse(parse(readFileSync(file, 'utf8')));
  if (!models.success) throw new PriceListError(`${file}: not a list of models`);
  for (const [index, model] of models.data.entries()) {
    const answer = await engine.get(DefineModel).run(model);
    if (answer.ok) continue;
    const faults = answer.refusal.faults.map(({ path, code, detail }) => `${path}: ${code} (${detail})`);
    throw new PriceListError(`${file}: ${index}: ${faults.join('; ')}`);
  }
  return `${file}: ${models.data.length} models are defined`;
}
