import ts from 'typescript';
import { basename } from 'node:path';
import { type Breach, type Rule, type Source, breachAt, nodesOf } from './source';

/** Files of other kinds say so in their names. */
const OTHER_KIND = /\.(store|module|entity|dto|spec)\.ts$|\/index\.ts$/;
const HEAP = /(Service|Manager|Helper|Handler|Utils?)$/;
const LIFECYCLE = /^(on(Module|Application)[A-Z]\w*|beforeApplicationShutdown)$/;

/**
 * In a module, a class with a `run` is a verb: alone in the file that is named after it, and `run` is all it offers.
 * Another class may be a noun with methods of its own, but not a heap of verbs under one name.
 */
export const oneVerbOneFile: Rule = function* (source) {
  if (!source.path.startsWith('libs/modules/') || OTHER_KIND.test(source.path)) return;
  const classes = [...nodesOf(source)].filter(ts.isClassDeclaration);
  for (const node of classes) {
    if (HEAP.test(node.name?.text ?? '')) yield breachAt(node, 'make each of its verbs a file');
    if (!publicMethods(node).includes('run')) continue;
    if (classes.length > 1) yield breachAt(node, 'a verb has its file for itself');
    yield* faultsOf(node, source);
  }
};

function* faultsOf(verb: ts.ClassDeclaration, source: Source): Generator<Breach> {
  const more = publicMethods(verb).filter((name) => name !== 'run');
  if (more.length > 0) yield breachAt(verb, `a verb offers run and nothing else, not ${more.join(', ')}`);
  const file = basename(source.path, '.ts');
  const name = inPascalCase(file);
  if (!/^[a-z]+(-[a-z]+)+$/.test(file)) yield breachAt(verb, 'a verb’s file is called <verb>-<noun>.ts');
  else if (verb.name?.text !== name) yield breachAt(verb, `this class should be called ${name}`);
}

/** Names of what can be called from outside: methods, accessors, functions held in properties. */
function publicMethods(node: ts.ClassDeclaration): string[] {
  const names = node.members.filter((member) => isCallable(member) && !isHidden(member));
  return names.map((member) => member.name?.getText() ?? '').filter((name) => !LIFECYCLE.test(name));
}

function isCallable(member: ts.ClassElement): boolean {
  if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) return true;
  return (
    ts.isPropertyDeclaration(member) &&
    member.initializer !== undefined &&
    ts.isFunctionLike(member.initializer)
  );
}

function isHidden(member: ts.ClassElement): boolean {
  if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return true;
  const hiding = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return modifiers.some((modifier) => hiding.includes(modifier.kind));
}

const inPascalCase = (kebab: string): string =>
  kebab.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
