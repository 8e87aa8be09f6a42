import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Node {
  readonly [word: string]: unknown;
}

type Contents = Readonly<Record<string, { readonly schema: Node }>>;

/** As much of the description as answers need. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Node>> };
}

interface DescribedOperation {
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}

const API = 'api';

/** What a description says of answers, taken at its word: a member that it does not name is a fault. */
export class AnswerSchemas {
  private readonly ajv = addFormats(new Ajv({ strict: true, strictTypes: false, allErrors: true }));
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly description: Described) {
    const schemas = Object.entries(description.components.schemas);
    this.ajv.addSchema({
      $id: API,
      $defs: Object.fromEntries(schemas.map(([name, one]) => [name, exact(one)])),
    });
  }

  /** By media type; undefined where the operation is not described, or not with this status. */
  contentsOf(operation: string, status: number): Contents | undefined {
    const [method = '', path = ''] = operation.split(' ');
    const responses = this.description.paths[path]?.[method.toLowerCase()]?.responses;
    if (responses === undefined) return undefined;
    return (responses[status] ?? responses['default'])?.content ?? {};
  }

  faultOf(operation: string, status: number, type: string, body: unknown): string | undefined {
    const schema = this.contentsOf(operation, status)?.[type]?.schema;
    if (schema === undefined) return `no ${type}`;
    const validate = this.validatorOf(`${operation} ${status} ${type}`, schema);
    if (validate(body)) return undefined;
    return this.ajv.errorsText(validate.errors?.map(named), { separator: '; ', dataVar: 'body' });
  }

  private validatorOf(key: string, schema: Node): ValidateFunction {
    const known = this.validators.get(key) ?? this.ajv.compile(exact(schema) as object);
    this.validators.set(key, known);
    return known;
  }
}

/** With the name of the member that is too much. */
const named = (error: NonNullable<ValidateFunction['errors']>[number]): typeof error => {
  const { additionalProperty } = error.params as { additionalProperty?: string };
  return additionalProperty === undefined
    ? error
    : { ...error, message: `${error.message ?? ''}: ${additionalProperty}` };
};

/** Of OpenAPI 3.0 made JSON Schema, with objects that hold what they name and nothing else. */
function exact(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(exact);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, description: _description, ...node } = schema as Node;
  const copy = Object.fromEntries(Object.entries(node).map(([word, value]) => [word, wordOf(word, value)]));
  if ('properties' in node && !('additionalProperties' in node)) copy['additionalProperties'] = false;
  return nullable === true ? { anyOf: [copy, { type: 'null' }] } : copy;
}

function wordOf(word: string, value: unknown): unknown {
  if (word === '$ref') return String(value).replace('#/components/schemas/', `${API}#/$defs/`);
  if (word === 'enum' || word === 'required') return value;
  if (word !== 'properties') return exact(value);
  const properties = Object.entries(value as Node).map(([name, one]) => [name, exact(one)] as const);
  return Object.fromEntries(properties);
}
