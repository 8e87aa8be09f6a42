import ts from 'typescript';
import type { AnswerTypes } from './answer-types';
import type { Route } from './routes';
import { anyOf, type Schema } from './schema';
import { TypeSchemas } from './schema-of-type';
import { namesOf } from './type-names';

const JSON_TYPE = 'application/json';
const FILE: Schema = { type: 'string', format: 'binary' };
/** What Nest sends as it is. */
const STREAM = 'StreamableFile';

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** What routes answer where they do not refuse; no content where there is none. */
export interface Answers {
  /** By operation, `GET /v1/accounts`. */
  readonly contents: ReadonlyMap<string, Content | undefined>;
  /** What the contents refer to, by name. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Twice: who is called the same is known when all were seen. */
export function answersOf(routes: readonly Route[], types: AnswerTypes): Answers {
  const seen = new TypeSchemas(types.checker, (symbol) => symbol.name);
  for (const route of routes) contentOf(route, types, seen);
  const names = namesOf([...seen.named.keys()]);
  const named = new TypeSchemas(types.checker, (symbol) => names.get(symbol) ?? symbol.name);
  const contents = new Map(routes.map((route) => [route.operation, contentOf(route, types, named)]));
  const schemas = [...named.named].map(
    ([symbol, schema]) => [names.get(symbol) ?? symbol.name, schema] as const,
  );
  return { contents, schemas: Object.fromEntries(schemas) };
}

function contentOf(route: Route, { types }: AnswerTypes, schemas: TypeSchemas): Content | undefined {
  const type = types.get(route.method);
  if (type === undefined) throw new Error(`the type of ${route.method} is not known`);
  const parts = type.isUnion() ? type.types : [type];
  const values = parts.filter(
    (one) => !(one.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) && !isFile(one),
  );
  const hasFile = parts.some(isFile);
  if (values.length === 0 && !hasFile) return undefined;
  if (hasFile && route.produces.length === 0)
    throw new Error(`which media type has the file of ${route.method}?`);
  const view = values.length === 0 ? FILE : anyOf(values.map((one) => schemas.of(one, route.method)));
  const media = route.produces.length === 0 ? [JSON_TYPE] : route.produces;
  return Object.fromEntries(media.map((one) => [one, { schema: one === JSON_TYPE ? view : FILE }]));
}

const isFile = (type: ts.Type): boolean => type.symbol?.name === STREAM;
