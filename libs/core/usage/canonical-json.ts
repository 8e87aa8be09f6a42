export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Members sorted by name, no white space: equal values give equal text, whatever order they came in. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const object = value as Readonly<Record<string, Json>>;
  const names = Object.keys(object);
  if (!sorted(names)) names.sort();
  let text = '{';
  for (const name of names) {
    if (text.length > 1) text += ',';
    text += `${JSON.stringify(name)}:${canonicalJson(object[name] as Json)}`;
  }
  return `${text}}`;
}

function sorted(names: readonly string[]): boolean {
  for (let i = 1; i < names.length; i++) if ((names[i - 1] as string) > (names[i] as string)) return false;
  return true;
}
