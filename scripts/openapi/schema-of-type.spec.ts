import ts from 'typescript';
import { TypeSchemas } from './schema-of-type';
import { namesOf } from './type-names';

const FILE = '/apps/one/src/some.dto.ts';

/** The schema of `answer` in a file that declares it, and what it refers to. */
function schemaOf(text: string): { schema: unknown; named: Record<string, unknown> } {
  const { checker, type } = compiled({ [FILE]: text });
  const schemas = new TypeSchemas(checker, (symbol) => symbol.name);
  const schema = schemas.of(type, 'answer');
  return {
    schema,
    named: Object.fromEntries([...schemas.named].map(([symbol, one]) => [symbol.name, one])),
  };
}

function compiled(files: Record<string, string>): { checker: ts.TypeChecker; type: ts.Type } {
  const options: ts.CompilerOptions = { strict: true, exactOptionalPropertyTypes: true, types: [] };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    files[name] === undefined
      ? getSourceFile(name, version)
      : ts.createSourceFile(name, files[name], version);
  host.fileExists = (name) => name in files || ts.sys.fileExists(name);
  host.directoryExists = () => true;
  const program = ts.createProgram({ rootNames: Object.keys(files), options, host });
  const source = program.getSourceFile(FILE) as ts.SourceFile;
  const [node] = source.statements.filter(ts.isVariableStatement);
  const checker = program.getTypeChecker();
  const declared = node?.declarationList.declarations[0] as ts.VariableDeclaration;
  return { checker, type: checker.getTypeAtLocation(declared) };
}

describe('the schema of a type', () => {
  it.each([
    ['string', { type: 'string' }],
    ['`run-${number}`', { type: 'string' }],
    ["'b' | 'a'", { type: 'string', enum: ['a', 'b'] }],
    ['2 | 10', { type: 'number', enum: [2, 10] }],
    ['boolean', { type: 'boolean' }],
    ['true', { type: 'boolean', enum: [true] }],
    ['string | null', { type: 'string', nullable: true }],
    ["'a' | null", { type: 'string', enum: ['a', null], nullable: true }],
    ['boolean | undefined', { type: 'boolean' }],
    ['unknown', {}],
    ['readonly string[]', { type: 'array', items: { type: 'string' } }],
    [
      '[string, number]',
      {
        type: 'array',
        items: { anyOf: [{ type: 'number' }, { type: 'string' }] },
        minItems: 2,
        maxItems: 2,
      },
    ],
    ['Record<string, number>', { type: 'object', additionalProperties: { type: 'number' } }],
    [
      "Partial<Record<'z' | 'a', string>>",
      { type: 'object', properties: { a: { type: 'string' }, z: { type: 'string' } } },
    ],
    ["string & { readonly brand: 'Code' }", { type: 'string' }],
    [
      '{ b?: number; a: string | undefined }',
      { type: 'object', properties: { b: { type: 'number' }, a: { type: 'string' } } },
    ],
  ])('%s', (text, schema) => {
    expect(schemaOf(`declare const answer: ${text};`).schema).toEqual(schema);
  });

  it('refers to what has a name, with what is said of it and of its members', () => {
    const { schema, named } = schemaOf(`
      /** One line. */
      interface Line {
        /** In yuan. */
        readonly amount: string;
        readonly below: readonly Line[];
        readonly page: Page<Line>;
      }
      interface Page<Item> { readonly items: readonly Item[] }
      declare const answer: {
        /** The last. */ readonly last: Line | null };`);
    const line = { $ref: '#/components/schemas/Line' };
    expect(schema).toEqual({
      type: 'object',
      properties: { last: { allOf: [line], nullable: true, description: 'The last.' } },
      required: ['last'],
    });
    expect(named).toEqual({
      Line: {
        type: 'object',
        description: 'One line.',
        properties: {
          amount: { type: 'string', description: 'In yuan.' },
          below: { type: 'array', items: line },
          page: {
            type: 'object',
            properties: { items: { type: 'array', items: line } },
            required: ['items'],
          },
        },
        required: ['amount', 'below', 'page'],
      },
    });
  });

  it('is anything where a type is any value of JSON', () => {
    const json = 'type Json = null | string | readonly Json[] | { readonly [name: string]: Json };';
    expect(schemaOf(`${json} declare const answer: { readonly body: Json };`)).toEqual({
      schema: { type: 'object', properties: { body: {} }, required: ['body'] },
      named: {},
    });
  });

  it.each(['bigint', 'Date', 'any', '() => string', 'Map<string, string>', 'symbol'])(
    'refuses %s, and says where it stands',
    (text) => {
      expect(() => schemaOf(`declare const answer: { readonly total: { readonly net: ${text} } };`)).toThrow(
        'answer.total.net',
      );
    },
  );
});

describe('names of schemas', () => {
  it('are told apart by the folders of their files', () => {
    const other = '/apps/two/lines/some.dto.ts';
    const { checker, type } = compiled({
      [FILE]: `import type { Line as Other } from '../../two/lines/some.dto';
        interface Line { readonly a: string } interface Sole { readonly b: string }
        declare const answer: { readonly line: Line; readonly other: Other; readonly sole: Sole };`,
      [other]: 'export interface Line { readonly c: string }',
    });
    const schemas = new TypeSchemas(checker, (symbol) => symbol.name);
    schemas.of(type, 'answer');
    expect([...namesOf([...schemas.named.keys()]).values()]).toEqual(['SrcLine', 'LinesLine', 'Sole']);
  });
});
