import ts from 'typescript';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the methods of the controllers answer with, as the compiler sees it; by `Controller.method`. */
export interface AnswerTypes {
  readonly checker: ts.TypeChecker;
  readonly types: ReadonlyMap<string, ts.Type>;
}

export function answerTypesOf(root: string): AnswerTypes {
  const files = controllerFiles(join(root, 'apps'));
  const program = ts.createProgram({ rootNames: files, options: optionsOf(root) });
  const checker = program.getTypeChecker();
  const types = new Map<string, ts.Type>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    for (const node of source?.statements.filter(ts.isClassDeclaration) ?? []) {
      for (const [method, type] of methodsOf(node, checker)) {
        const name = `${node.name?.text ?? ''}.${method}`;
        if (types.has(name))
          throw new Error(`there are two of ${name}: call one of both controllers otherwise`);
        types.set(name, type);
      }
    }
  }
  return { checker, types };
}

const controllerFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.controller.ts'))
    .sort()
    .map((path) => join(folder, path));

function optionsOf(root: string): ts.CompilerOptions {
  const file = join(root, 'tsconfig.json');
  const read = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8'));
  const { compilerOptions } = read.config as { compilerOptions: unknown };
  const { options, errors } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
  if (errors.length > 0) throw new Error(`${file} cannot be read`);
  return { ...options, noEmit: true, configFilePath: file };
}

function* methodsOf(node: ts.ClassDeclaration, checker: ts.TypeChecker): Generator<[string, ts.Type]> {
  for (const member of node.members.filter(ts.isMethodDeclaration)) {
    const signature = checker.getSignatureFromDeclaration(member);
    if (signature === undefined || !ts.canHaveDecorators(member) || !ts.getDecorators(member)?.length)
      continue;
    const returned = checker.getReturnTypeOfSignature(signature);
    yield [member.name.getText(), checker.getAwaitedType(returned) ?? returned];
  }
}
