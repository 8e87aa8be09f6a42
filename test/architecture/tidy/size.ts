import ts from 'typescript';
import { type Rule, type Source, breachAt, lineCount, lineOf, nodesOf } from './source';

const FILE_LINES = 250;
const USUAL_FILE_LINES = 150;
/** One file in so many may be longer than usual. */
const ONE_IN = 10;
const FUNCTION_LINES = 50;
const CONSTRUCTOR_PARAMETERS = 6;

/** A table of cases may be as long as it has cases, so specs are not measured; neither is generated code. */
const isMeasured = (source: Source): boolean => !source.isSpec && !source.path.startsWith('libs/client/');

export const fileSize: Rule = function* (source) {
  const lines = lineCount(source);
  if (isMeasured(source) && lines > FILE_LINES) yield { position: 0, reason: `a file of ${lines} lines` };
};

export const functionSize: Rule = function* (source) {
  if (!isMeasured(source)) return;
  for (const node of nodesOf(source)) {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) continue;
    const lines = lineOf(source, node.getEnd()) - lineOf(source, node.getStart()) + 1;
    if (lines > FUNCTION_LINES) yield breachAt(node, `a function of ${lines} lines`);
  }
};

export const constructorSize: Rule = function* (source) {
  for (const node of nodesOf(source)) {
    if (!ts.isConstructorDeclaration(node) || node.parameters.length <= CONSTRUCTOR_PARAMETERS) continue;
    yield breachAt(node, `a constructor with ${node.parameters.length} parameters`);
  }
};

/** Of all files together: nine in ten are short. Answers with what is wrong, or with nothing. */
export function usualSize(sources: readonly Source[]): string | undefined {
  const measured = sources.filter(isMeasured);
  const long = measured.filter((source) => lineCount(source) > USUAL_FILE_LINES);
  if (long.length * ONE_IN <= measured.length) return undefined;
  const names = long.map((source) => source.path).join(', ');
  return `${long.length} of ${measured.length} files have more than ${USUAL_FILE_LINES} lines: ${names}`;
}
