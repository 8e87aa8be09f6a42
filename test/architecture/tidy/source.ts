import ts from 'typescript';

/** One file as the rules see it. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly isSpec: boolean;
}

/** A rule answers with what it refuses: where in the text, and why. */
export type Rule = (source: Source) => Iterable<Breach>;

export interface Breach {
  readonly position: number;
  readonly reason: string;
}

export function readSource(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, tree, isSpec: /\.spec\.tsx?$/.test(path) };
}

export function lineOf(source: Source, position: number): number {
  return source.tree.getLineAndCharacterOfPosition(position).line + 1;
}

export function lineCount(source: Source): number {
  return source.text.trimEnd().split('\n').length;
}

/** Every node of the file, parents first. */
export function* nodesOf(source: Source): Generator<ts.Node> {
  const waiting: ts.Node[] = [source.tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    const children: ts.Node[] = [];
    node.forEachChild((child) => void children.push(child));
    waiting.push(...children.reverse());
  }
}

export const breachAt = (node: ts.Node, reason: string): Breach => ({ position: node.getStart(), reason });
