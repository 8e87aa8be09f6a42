import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILE = resolve(__dirname, '../../../shared/data/focus/focus_1_2_columns_derived.json');

export interface SpecifiedColumn {
  readonly column: string;
  readonly feature_level: string;
  readonly allows_nulls: string;
  readonly data_type: string;
  readonly allowed_values?: readonly string[];
  readonly rules: readonly { readonly keyword: string; readonly text: string }[];
}

type Row = Readonly<Record<string, string | null>>;

/** The columns of the specification with their rules; undefined, said aloud, where they are not at hand. */
export function specifiedColumns(): readonly SpecifiedColumn[] | undefined {
  if (!existsSync(FILE)) {
    process.stderr.write(`SKIPPED: the rules of FOCUS are not at ${FILE}\n`);
    return undefined;
  }
  const { columns } = JSON.parse(readFileSync(FILE, 'utf8')) as { columns: readonly SpecifiedColumn[] };
  return columns;
}

/** What a row breaks of what can be read from the sentences by themselves; columns that it leaves out break nothing. */
export function specifiedFaults(columns: readonly SpecifiedColumn[], row: Row): string[] {
  return columns
    .filter(({ column }) => column in row)
    .flatMap((column) => [
      ...columnFaults(column, row[column.column] ?? null),
      ...column.rules
        .filter(({ keyword }) => keyword.startsWith('MUST'))
        .filter(({ text }) => breaks(column.column, text, row))
        .map(({ text }) => text),
    ]);
}

/** How many sentences a row can break: a reading that understands none of them proves nothing. */
export const understood = (columns: readonly SpecifiedColumn[]): number =>
  columns.reduce(
    (count, { column, rules }) =>
      count + rules.filter(({ text }) => readable(column, text) !== undefined).length,
    0,
  );

function columnFaults(
  { column, allows_nulls, allowed_values, data_type }: SpecifiedColumn,
  value: string | null,
): string[] {
  if (value === null) return allows_nulls === 'False' ? [`${column} is null`] : [];
  const faults: string[] = [];
  if (allowed_values !== undefined && !allowed_values.includes(value))
    faults.push(`${column} may not be ${value}`);
  if (data_type === 'Decimal' && !/^-?\d+(\.\d{1,12})?$/.test(value)) faults.push(`${column} is no decimal`);
  if (data_type === 'Date/Time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value))
    faults.push(`${column} is no instant`);
  return faults;
}

type Condition = (row: Row) => boolean;

function breaks(column: string, text: string, row: Row): boolean {
  const rule = readable(column, text);
  return rule !== undefined && rule.when(row) && !rule.then(row[column] ?? null);
}

interface Readable {
  readonly when: Condition;
  readonly then: (value: string | null) => boolean;
}

/** `X MUST (NOT) be null|"value" when …`: every part of the condition is to be understood. */
function readable(column: string, text: string): Readable | undefined {
  const found = new RegExp(`^${column} MUST( NOT)? be (null|"[^"]+"|0)(?: when (.+))?\\.$`).exec(text);
  if (found === null) return undefined;
  const [, not, value = '', condition] = found;
  const parts = condition === undefined ? [] : conditionsOf(condition);
  if (parts === undefined || !STATED.test(text)) return undefined;
  const expected = value === 'null' ? null : value.replaceAll('"', '');
  return {
    when: (row) => parts.every((part) => part(row)),
    then: (actual) => (actual === expected) !== (not !== undefined),
  };
}

/** Sentences of a quantity that is null "in all other cases" depend on those before them. */
const STATED =
  /^(?!CommitmentDiscountQuantity|ConsumedQuantity MUST NOT|ConsumedQuantity MUST be null when ChargeCategory is not)/;

function conditionsOf(text: string): Condition[] | undefined {
  const parts = text.split(/,? and /).map(conditionOf);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function conditionOf(text: string): Condition | undefined {
  const isNull = /^(\w+) is (not )?null$/.exec(text);
  if (isNull !== null)
    return (row) => ((row[isNull[1] ?? ''] ?? null) === null) !== (isNull[2] !== undefined);
  const isOne = /^(Charge Category|\w+) is (not )?("[^"]+"(?: or "[^"]+")*)$/.exec(text);
  if (isOne === null) return undefined;
  const [, name = '', not, list = ''] = isOne;
  const values = [...list.matchAll(/"([^"]+)"/g)].map(([, value]) => value);
  return (row) => values.includes(row[name.replace(' ', '')] ?? '') !== (not !== undefined);
}
