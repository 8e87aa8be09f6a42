const PART = /^(?:[^%;=]|%[0-9A-F]{2})+$/;
/** An entry that names no dimension differs from one that says nothing of them. */
const NONE = '{}';

/**
 * Dimensions in one cell: `region=eu;speed=fast`. What separates them, and what a spreadsheet takes for the beginning
 * of a formula, stands as %XX.
 */
export function writeWhen(when: Readonly<Record<string, string>>): string {
  const parts = Object.entries(when).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return parts.length === 0 ? NONE : parts.join(';').replace(/^[+\-@]/, hexOf);
}

/** Undefined where the text is no list of dimensions, or names one twice. */
export function readWhen(text: string): Readonly<Record<string, string>> | undefined {
  if (text === NONE) return {};
  const pairs = text.split(';').map((pair) => pair.split('=').map((part) => part.trim()));
  if (!pairs.every((pair) => pair.length === 2 && pair.every((part) => PART.test(part)))) return undefined;
  const named = pairs.map(([name = '', value = '']) => [unescaped(name), unescaped(value)] as const);
  return new Set(named.map(([name]) => name)).size === named.length ? Object.fromEntries(named) : undefined;
}

const escaped = (text: string): string => text.replace(/[%;=]/g, hexOf);

const hexOf = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const unescaped = (text: string): string =>
  text.replace(/%([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
