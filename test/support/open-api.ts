interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: boolean | Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface DescribedAnswer {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<Record<string, DescribedAnswer>>;
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'];
/** Of JSON Schema, and not of OpenAPI 3.0. */
const FOREIGN = [
  'const',
  '$schema',
  '$defs',
  'definitions',
  'patternProperties',
  'propertyNames',
  'if',
  'prefixItems',
];

/** Every operation as `METHOD /path`. */
export const operationsOf = (document: OpenApi): Map<string, Operation> =>
  new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );

/** What breaks the rules of OpenAPI 3.0 in an operation, as far as a generated client would stumble over it. */
export function* operationFaults(document: OpenApi, name: string, operation: Operation): Generator<string> {
  if (!operation.operationId || !operation.summary) yield 'has no id or no summary';
  const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
  const declared = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.required === true);
  if (
    declared
      .map((one) => one.name)
      .sort()
      .join() !== inPath.join()
  )
    yield `declares not ${inPath.join()}`;
  for (const parameter of operation.parameters ?? []) {
    if (parameter.schema === undefined) yield `parameter ${parameter.name} has no schema`;
    else yield* schemaFaults(document, parameter.schema, parameter.name);
  }
  for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
    if (schema === undefined) yield `${type} has no schema`;
    else yield* schemaFaults(document, schema, type);
  }
  const answers = Object.entries(operation.responses ?? {});
  if (answers.length === 0) yield 'answers nothing';
  for (const [status, answer] of answers) yield* answerFaults(document, status, answer);
}

function* answerFaults(document: OpenApi, status: string, answer: DescribedAnswer): Generator<string> {
  if (answer.description === undefined) yield `${status} is not described`;
  for (const [type, { schema }] of Object.entries(answer.content ?? {})) {
    if (schema === undefined) yield `${status} as ${type} has no schema`;
    else yield* schemaFaults(document, schema, `${status} as ${type}`);
  }
}

function* schemaFaults(document: OpenApi, schema: Schema, at: string): Generator<string> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    if (document.components?.schemas?.[name] === undefined) yield `${at} refers to ${schema.$ref}`;
    return;
  }
  for (const word of FOREIGN) if (word in schema) yield `${at} says ${word}`;
  if (schema.type !== undefined && !TYPES.includes(schema.type))
    yield `${at} is of type ${String(schema.type)}`;
  if (schema.type === 'array' && schema.items === undefined) yield `${at} is a list of what?`;
  if (schema.enum?.length === 0) yield `${at} can be nothing`;
  for (const name of schema.required ?? []) {
    if (schema.properties?.[name] === undefined) yield `${at} requires ${name}, and does not know it`;
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* schemaFaults(document, property, `${at}.${name}`);
  }
  const { items, additionalProperties: others } = schema;
  if (items !== undefined) yield* schemaFaults(document, items, `${at}[]`);
  if (typeof others === 'object') yield* schemaFaults(document, others, `${at}.*`);
  for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) {
    yield* schemaFaults(document, part, at);
  }
}
