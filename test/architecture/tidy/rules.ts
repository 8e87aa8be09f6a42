import { corePurity } from './core-purity';
import { looseEnds } from './loose-ends';
import { doorsOnly, folderNames, namedExports } from './places';
import { constructorSize, fileSize, functionSize } from './size';
import { type Rule, lineOf, readSource } from './source';
import { sqlInStores } from './sql-places';
import { oneVerbOneFile } from './verbs';

const RULES: readonly Rule[] = [
  fileSize,
  functionSize,
  constructorSize,
  folderNames,
  doorsOnly,
  namedExports,
  corePurity,
  sqlInStores,
  oneVerbOneFile,
  looseEnds,
];

/** What the house rules refuse in one file, as `path:line reason`. */
export function breachesOf(path: string, text: string): string[] {
  const source = readSource(path, text);
  const breaches = RULES.flatMap((rule) => [...rule(source)]);
  return breaches.map(({ position, reason }) => `${path}:${lineOf(source, position)} ${reason}`);
}
