import ts from 'typescript';
import { type Rule, breachAt, nodesOf } from './source';

const DRAWER = /(^|\/)(common|shared|utils?|helpers?|misc)\//;
const DOORS = [/^libs\/(core|modules|platform)\/[^/]+\/index\.ts$/, /^libs\/client\/index\.ts$/];

export const folderNames: Rule = function* ({ path }) {
  if (DRAWER.test(path)) yield { position: 0, reason: 'name the folder after what is in it' };
};

export const doorsOnly: Rule = function* ({ path }) {
  if (!/(^|\/)index\.tsx?$/.test(path) || path.startsWith('apps/console/')) return;
  if (!DOORS.some((door) => door.test(path)))
    yield { position: 0, reason: 'only the door of an area is called index.ts' };
};

export const namedExports: Rule = function* (source) {
  for (const node of nodesOf(source)) {
    if (!ts.isExportDeclaration(node)) continue;
    const isNamed = node.exportClause !== undefined && ts.isNamedExports(node.exportClause);
    if (!isNamed) yield breachAt(node, 'name what is exported');
  }
};
