import ts from 'typescript';
import { basename, dirname } from 'node:path';

/** What an interface or a type is called that has a name of its own: no type of the language, none with arguments. */
export function namedSymbolOf(type: ts.Type): ts.Symbol | undefined {
  const symbol = type.aliasSymbol ?? type.symbol;
  if (symbol === undefined || (type.aliasTypeArguments ?? []).length > 0) return undefined;
  if (type.aliasSymbol === undefined && !type.isClassOrInterface()) return undefined;
  if (type.isClassOrInterface() && (type.typeParameters ?? []).length > 0) return undefined;
  return isOurs(symbol) ? symbol : undefined;
}

export const isOurs = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).every((one) => !fileOf(one).includes('/node_modules/'));

const fileOf = (declaration: ts.Declaration): string => declaration.getSourceFile().fileName;

/** A name for each: its own, and where several are called the same, the folders before it that tell them apart. */
export function namesOf(symbols: readonly ts.Symbol[]): Map<ts.Symbol, string> {
  const names = new Map(symbols.map((symbol) => [symbol, symbol.name]));
  for (let depth = 1; ; depth += 1) {
    const taken = [...names.values()];
    const shared = symbols.filter((one) => taken.filter((name) => name === names.get(one)).length > 1);
    if (shared.length === 0) return names;
    for (const symbol of shared) names.set(symbol, qualified(symbol, depth));
  }
}

function qualified(symbol: ts.Symbol, depth: number): string {
  const declaration = symbol.declarations?.[0];
  let folder = declaration === undefined ? '' : dirname(fileOf(declaration));
  const parts: string[] = [];
  for (let step = 0; step < depth; step += 1) {
    if (folder === dirname(folder)) throw new Error(`${symbol.name} cannot be told from another of its name`);
    parts.unshift(inPascalCase(basename(folder)));
    folder = dirname(folder);
  }
  return `${parts.join('')}${symbol.name}`;
}

const inPascalCase = (kebab: string): string =>
  kebab.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
