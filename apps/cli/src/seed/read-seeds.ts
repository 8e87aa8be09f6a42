import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DocumentKind } from '@ciyuan/core/charging';
import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import { instantText, readWith } from '@ciyuan/platform/validation';
import { parseDocument } from 'yaml';
import { SeedError } from './seed-error';

export interface SeedList {
  readonly file: string;
  readonly items: readonly unknown[];
}

export interface SeedDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly effectiveFrom: Instant;
  readonly body: unknown;
}

export interface Seeds {
  readonly parties: SeedList;
  readonly models: SeedList;
  /** The pools that plans give from. */
  readonly campaignPools: SeedList;
  /** In an order in which each finds what it names. */
  readonly documents: readonly SeedDocument[];
}

/**
 * Folders in the order of loading: calendars, the books that name them, tables, the plans that name them, the rules that
 * name plans; what names only models and parties, or nothing, last.
 */
const FOLDERS: readonly (readonly [folder: string, kind: DocumentKind])[] = [
  ['holiday-calendars', 'holiday_calendar'],
  ['eligibility-rules', 'eligibility_rule'],
  ['exchange-rates', 'exchange_rates'],
  ['coefficient-tables', 'coefficient_table'],
  ['price-books', 'price_book'],
  ['cost-books', 'cost_book'],
  ['plans', 'plan'],
  ['split-rules', 'split_rule'],
  ['contracts', 'contract'],
  ['served-models', 'served_models'],
  ['notice-policies', 'notice_policy'],
  ['variance-policies', 'variance_policy'],
  ['settlement-calendars', 'settlement_calendar'],
  ['approval-limits', 'approval_limits'],
];

/** A name may be repeated for every row of a large book. */
const MOST_ALIASES = 100_000;

const list = z.array(z.unknown());
const document = z.strictObject({ effectiveFrom: instantText, body: z.unknown() });
const withEntries = z.looseObject({ entries: z.array(z.looseObject({})) });

/** Reads every seed file of a market; throws {@link SeedError} on one that is no YAML, or of another shape. */
export function readSeeds(folder: string): Seeds {
  return {
    parties: readList(folder, 'parties.yaml'),
    models: readList(folder, 'models.yaml'),
    campaignPools: readList(folder, 'campaign-pools.yaml'),
    documents: FOLDERS.flatMap(([name, kind]) =>
      yamlFiles(join(folder, name)).map((file) => readDocument(folder, `${name}/${file}`, kind)),
    ),
  };
}

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();

const readList = (folder: string, file: string): SeedList => ({
  file,
  items: readShape(file, readYaml(folder, file), list),
});

function readDocument(folder: string, file: string, kind: DocumentKind): SeedDocument {
  const { effectiveFrom, body } = readShape(file, readYaml(folder, file), document);
  return {
    file,
    kind,
    effectiveFrom: parseInstant(effectiveFrom) as Instant,
    body: dated(body, effectiveFrom),
  };
}

/** A price that says no beginning of its own begins with its book, so that a row of a book fits on a line. */
function dated(body: unknown, effectiveFrom: string): unknown {
  const book = withEntries.safeParse(body);
  if (!book.success) return body;
  return { ...book.data, entries: book.data.entries.map((entry) => ({ effectiveFrom, ...entry })) };
}

function readShape<T>(file: string, value: unknown, schema: z.ZodType<T>): T {
  const read = readWith(schema, value);
  if (!read.ok) throw new SeedError(file, read.refusal);
  return read.value;
}

function readYaml(folder: string, file: string): unknown {
  const parsed = parseDocument(readFileSync(join(folder, file), 'utf8'));
  const faults = parsed.errors.map((error) => ({
    path: `line ${error.linePos?.[0].line ?? '?'}`,
    code: 'not_yaml',
    detail: error.message.split('\n')[0] ?? error.code,
  }));
  if (faults.length > 0) throw new SeedError(file, faults);
  return parsed.toJS({ maxAliasCount: MOST_ALIASES });
}
