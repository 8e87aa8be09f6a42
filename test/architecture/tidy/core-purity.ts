import ts from 'typescript';
import { type Breach, type Rule, breachAt, nodesOf } from './source';

/** What gives another answer tomorrow, or elsewhere, or not quite the exact one. */
const NAMES = new Set([
  'parseFloat',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
]);
const MEMBERS = new Set(['Date.now', 'Math.random', 'Number.parseFloat']);

export const corePurity: Rule = function* (source) {
  if (!source.path.startsWith('libs/core/') || source.isSpec) return;
  for (const node of nodesOf(source)) yield* impurities(node);
};

function* impurities(node: ts.Node): Generator<Breach> {
  if (isUseOf(node, NAMES)) yield breachAt(node, `core may not use ${node.getText()}`);
  if (ts.isPropertyAccessExpression(node) && (MEMBERS.has(node.getText()) || node.name.text === 'toFixed')) {
    yield breachAt(node, `core may not use ${node.getText()}`);
  }
  if (isDateOfNow(node)) yield breachAt(node, 'core is told what time it is');
  if (node.kind === ts.SyntaxKind.AnyKeyword) yield breachAt(node, 'core knows what it handles');
}

function isUseOf(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (!ts.isIdentifier(node) || !names.has(node.text)) return false;
  const { parent } = node;
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent);
  return !isName;
}

/** `new Date()` and `Date()`: with an argument, the date of that argument. */
function isDateOfNow(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  return ts.isCallExpression(node) && node.expression.getText() === 'Date';
}
