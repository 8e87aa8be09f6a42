import { existsSync, readFileSync } from 'node:fs';
import { checkExchangeRates, compileExchangeRates, type ExchangeRates } from '@ciyuan/core/catalogue';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import { BODY_SCHEMAS } from '@ciyuan/modules/catalogue';
import { readWith } from '@ciyuan/platform/validation';
import { parse } from 'yaml';
import { z } from 'zod';
import { PriceListError } from '../vectors/litellm/read-price-list';
import { LIST_CURRENCY, type Conversion } from './list-to-book';

const file = z.looseObject({ body: z.unknown() });

/** Whether the word of the command line names a file; else it is the code of a table in the catalogue. */
export const isRatesFile = (name: string): boolean => existsSync(name);

/** A table of rates as the seeds have them, in YAML or JSON; throws {@link PriceListError} on what is none. */
export function readRatesFile(name: string): ExchangeRates {
  const read = file.safeParse(parse(readFileSync(name, 'utf8')));
  const table = readWith(BODY_SCHEMAS.exchange_rates, read.success ? read.data.body : undefined);
  const faults = table.ok ? checkExchangeRates(table.value) : table.refusal;
  if (!table.ok || faults.length > 0) {
    throw new PriceListError(
      faults.map(({ path, code, detail }) => `${name}: ${path}: ${code} (${detail})`).join('\n'),
    );
  }
  return table.value;
}

/** What a dollar is worth at an instant by a table that says so; throws {@link PriceListError} where it does not. */
export function conversionBy(table: ExchangeRates, currency: string, at: Instant): Conversion {
  if (table.base !== LIST_CURRENCY || table.quote !== currency) {
    throw new PriceListError(
      `${table.code} says what ${table.base} is worth in ${table.quote}, not ${LIST_CURRENCY} in ${currency}`,
    );
  }
  const rate = compileExchangeRates(table).rateAt(at);
  if (rate === undefined) throw new PriceListError(`${table.code} has no rate at ${formatInstant(at)}`);
  return { currency, rate };
}
