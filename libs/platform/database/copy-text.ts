const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** NULL in COPY's text format. */
export const COPY_NULL = '\\N';

const QUOTED = /["\\]/g;
const quoted = (text: string): string => text.replace(QUOTED, '\\$&');

/** A value of any text in COPY's text format. */
export function copyText(text: string): string {
  return text.replace(SPECIAL, (one) => ESCAPES[one] as string);
}

/** Joins rows into chunks that are worth a write each. */
export function* copyChunks(rows: readonly string[], size = 500): Generator<string> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size).join('');
}

/** A PostgreSQL array of values that need no quoting: numbers, hex, ISO instants, codes. */
export const plainArray = (values: readonly (string | number | bigint)[]): string => `{${values.join(',')}}`;

/** A PostgreSQL array of texts. */
export const textArray = (texts: readonly string[]): string =>
  texts.length === 0 ? '{}' : `{"${texts.map(quoted).join('","')}"}`;

/** A PostgreSQL array of byte strings given in hex. */
export const byteaArray = (hex: readonly string[]): string =>
  hex.length === 0 ? '{}' : `{"\\\\x${hex.join('","\\\\x')}"}`;
