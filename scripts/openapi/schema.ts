/** As much of a schema of OpenAPI 3.0 as the types of answers need. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly nullable?: true;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly format?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

/** Beside `$ref` nothing counts, so that what is said of it stands around it. */
const roomFor = (schema: Schema): Schema => (schema.$ref === undefined ? schema : { allOf: [schema] });

export const described = (schema: Schema, description: string): Schema =>
  description === '' ? schema : { ...roomFor(schema), description };

/** Where anything may stand, null may. */
export function orNull(schema: Schema): Schema {
  if (Object.keys(schema).length === 0) return schema;
  const values = schema.enum === undefined ? {} : { enum: [...schema.enum, null] };
  return { ...roomFor(schema), ...values, nullable: true };
}

/** The same, whatever the order in which the compiler came upon the parts. */
export function anyOf(schemas: readonly Schema[]): Schema {
  const texts = [...new Set(schemas.map((schema) => JSON.stringify(schema)))].sort();
  const parts = texts.map((text) => JSON.parse(text) as Schema);
  return parts.length === 1 ? (parts[0] as Schema) : { anyOf: parts };
}
