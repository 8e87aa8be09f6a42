import { canonicalJson, type Json } from '@ciyuan/core/usage';

/** An escape, not escaped itself, of what JSON can say and jsonb cannot hold: U+0000, or half of a surrogate pair. */
const NOT_STORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * The body of a record as jsonb: the object that was received, or one text of its canonical JSON where the object
 * has a character that jsonb refuses. No body is a text by itself, so neither is taken for the other.
 */
export function keptBody(body: Json): string {
  const text = JSON.stringify(body);
  return NOT_STORABLE.test(text) ? JSON.stringify(canonicalJson(body)) : text;
}

/** The body as it was received. */
export const bodyOf = (kept: Json): Json => (typeof kept === 'string' ? (JSON.parse(kept) as Json) : kept);
