import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { projectRoot } from '@ciyuan/platform/project';

/** Where the description of the whole API is kept, from the folder of the project. */
export const DESCRIPTION_FILE = 'docs/openapi/ciyuan.json';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * A description with the answers of the one that is kept, which names them by the types of the controllers: at run time
 * those are gone. A route that is not in it stays as it is; so does everything where there is no file.
 */
export function withAnswers(document: OpenAPIObject, written = writtenDescription()): OpenAPIObject {
  if (written === undefined) return document;
  const operations: Operation[] = [];
  const paths = mapOperations(document, (operation, path, verb) => {
    const responses = operationsAt(written, path)[verb]?.responses;
    const whole = responses === undefined ? operation : { ...operation, responses };
    operations.push(whole);
    return whole;
  });
  const schemas = reachedFrom(operations, {
    ...written.components?.schemas,
    ...document.components?.schemas,
  });
  return { ...document, paths, components: { ...document.components, schemas } };
}

/** The same paths with every operation changed. */
export function mapOperations(
  document: OpenAPIObject,
  change: (operation: Operation, path: string, verb: string) => Operation,
): OpenAPIObject['paths'] {
  const paths = Object.keys(document.paths).map((path) => {
    const operations = Object.entries(operationsAt(document, path));
    return [path, Object.fromEntries(operations.map(([verb, one]) => [verb, change(one, path, verb)]))];
  });
  return Object.fromEntries(paths) as OpenAPIObject['paths'];
}

const operationsAt = (document: OpenAPIObject, path: string): Record<string, Operation> =>
  (document.paths[path] ?? {}) as Record<string, Operation>;

function writtenDescription(): OpenAPIObject | undefined {
  const file = join(projectRoot(), DESCRIPTION_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenAPIObject) : undefined;
}

/** The schemas that are referred to, and those that they refer to; in the order of their names. */
function reachedFrom(operations: readonly Operation[], schemas: Schemas): Schemas {
  const reached = new Set<string>();
  const waiting: unknown[] = [...operations];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (name === undefined || reached.has(name) || schemas[name] === undefined) continue;
      reached.add(name);
      waiting.push(schemas[name]);
    }
  }
  return Object.fromEntries([...reached].sort().map((name) => [name, schemas[name] as Schemas[string]]));
}
