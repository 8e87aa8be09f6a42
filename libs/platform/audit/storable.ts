/** U+0000, and halves of a pair: a request may have them, and the database has no place for them. */
const UNSTORABLE = /\0|\p{Cs}/gu;
const REPLACEMENT = '\ufffd';

/** A value of JSON that can be stored: the log has what was refused for such a text, too. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(UNSTORABLE, REPLACEMENT);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [storable(name) as string, storable(member)]),
  );
}
