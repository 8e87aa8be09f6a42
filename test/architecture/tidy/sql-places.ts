import ts from 'typescript';
import { type Rule, breachAt, nodesOf } from './source';

const MAY_SPEAK_SQL = [/\.store\.ts$/, /^db\//, /^libs\/platform\//, /^test\//, /\.spec\.ts$/];

/** Statements by their first words and one more trait: a sentence of English may begin with "select" too. */
const STATEMENT = new RegExp(
  [
    'select\\s+(\\*|\\d|distinct\\b|[\\w.]+\\s*[(,]|[\\s\\S]*\\bfrom\\s)',
    'insert\\s+into\\s',
    'update\\s+(only\\s+)?[\\w.$"]+(\\s+(as\\s+)?\\w+)?\\s+set\\s',
    'delete\\s+from\\s',
    'with\\s+(recursive\\s+)?\\w+\\s*(\\([^)]*\\)\\s*)?as\\s',
    'copy\\s+[\\w."]+\\s*(\\([\\s\\S]*\\)\\s*)?(from|to)\\s',
    '(create|alter|drop)\\s+(unlogged\\s+|temp\\s+|or\\s+replace\\s+)*(table|index|schema|role|view|function|database)\\s',
    'truncate\\s+(table\\s+)?[\\w.]+',
    'lock\\s+table\\s',
    'set\\s+(local|session)\\s',
  ]
    .map((statement) => `^\\s*${statement}`)
    .join('|'),
  'i',
);

export const sqlInStores: Rule = function* (source) {
  if (MAY_SPEAK_SQL.some((place) => place.test(source.path))) return;
  for (const node of nodesOf(source)) {
    const text = textOf(node);
    if (text !== undefined && STATEMENT.test(text)) yield breachAt(node, 'SQL belongs into a *.store.ts');
  }
};

/** What a string or a template says; what is filled in counts as a word. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `filled${span.literal.text}`).join('');
}
