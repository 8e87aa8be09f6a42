/** A model name, exact or with `*` standing for any run of characters (none included). */
export interface Pattern {
  readonly text: string;
  readonly exact: boolean;
  /** How many characters are not `*`: the longer literal is the more specific pattern. */
  readonly literalLength: number;
  matches(name: string): boolean;
}

export function pattern(text: string): Pattern {
  const parts = text.split('*');
  const literalLength = text.length - (parts.length - 1);
  if (parts.length === 1) return { text, exact: true, literalLength, matches: (name) => name === text };
  return { text, exact: false, literalLength, matches: (name) => matchesParts(parts, name) };
}

/** The more specific first: exact before patterns, then the longer literal. */
export function bySpecificity(a: Pattern, b: Pattern): number {
  if (a.exact !== b.exact) return a.exact ? -1 : 1;
  return b.literalLength - a.literalLength;
}

function matchesParts(parts: readonly string[], name: string): boolean {
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (!name.startsWith(first) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const middle of parts.slice(1, -1)) {
    const found = name.indexOf(middle, at);
    if (found < 0) return false;
    at = found + middle.length;
  }
  return name.endsWith(last) && at <= name.length - last.length;
}
