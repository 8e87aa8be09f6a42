import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { USAGE_SEMANTICS } from '@ciyuan/core/usage';
import { ATTACHMENT_TYPES, FILE_TYPES, PACKED_FILE_TYPE } from '@ciyuan/platform/http';
import { HttpMarket } from '../support/http-market';
import { operationFaults, operationsOf, type OpenApi } from '../support/open-api';

/** Posts that say all that there is to say by their path. */
const WITHOUT_BODY =
  /^POST \/v1\/(due-work|bill-runs\/\{\w+\}\/finalise|settlement-runs\/\{\w+\}\/(review|approve|issue)|drafts\/\{\w+\}\/(submit|withdraw|approve)|months\/\{\w+\}\/(freeze|reopen\/approve|waivers\/\{\w+\}\/withdraw)|staff-accounts\/\{\w+\}\/password)$/;
/** Posts of a file, which is described by its media type. */
const OF_A_FILE = /^POST \/v1\/price-books\/import$/;
const OF_A_CSV = /^POST \/v1\/(orders\/import|phone-bill-feedback)$/;
const OF_AN_ATTACHMENT = /^POST \/v1\/disputes\/\{\w+\}\/evidence$/;

/** To whoever knows people, and back. */
const LEADING_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'GET /v1/session/oidc': ['302'],
  'GET /v1/session/oidc/callback': ['302', '403'],
};

describe('the description of the API', () => {
  let market: HttpMarket;
  let document: OpenApi;

  beforeAll(async () => {
    market = await HttpMarket.open('2026-10-01T00:00:00+08:00');
    const { status, type, body } = await market.send<OpenApi>('/openapi.json');
    expect([status, type]).toEqual([200, 'application/json']);
    document = body;
  });

  afterAll(() => market.close());

  it('is OpenAPI 3.0, with nothing that a client could stumble over', () => {
    expect(document.openapi).toMatch(/^3\.0\./);
    expect(document.info).toMatchObject({ title: 'ciyuan', version: '1' });
    const faults = [...operationsOf(document)].flatMap(([name, operation]) =>
      [...operationFaults(document, name, operation)].map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('names every route that there is, each once', () => {
    const routes = routesOf(market);
    expect(routes.length).toBeGreaterThan(15);
    expect([...operationsOf(document).keys()].sort()).toEqual(routes.sort());
    const ids = [...operationsOf(document).values()].map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every route what it answers, and how it refuses', () => {
    const problem = { $ref: '#/components/schemas/Problem' };
    for (const [name, { responses = {} }] of operationsOf(document)) {
      const { default: refusal, ...answers } = responses;
      const types = Object.values(answers).map(({ content = {} }) => Object.keys(content).length > 0);
      // Whoever is sent elsewhere is told nothing more; whoever is not let in sees a page; 204 says it all.
      const elsewhere = LEADING_ELSEWHERE[name];
      expect([name, Object.keys(answers), types]).toEqual([
        name,
        elsewhere ?? [expect.stringMatching(/^20[0124]$/)],
        elsewhere?.map((status) => status === '403') ?? [!('204' in answers)],
      ]);
      expect(refusal?.content).toEqual({ 'application/problem+json': { schema: problem } });
    }
    expect(document.components?.schemas?.['StatementsView']).toMatchObject({
      required: ['statements', 'next'],
      properties: { next: { type: 'string', nullable: true } },
    });
  });

  it('says of every post what it takes', () => {
    for (const [name, { requestBody }] of operationsOf(document)) {
      if (!/^(POST|PUT) /.test(name) || WITHOUT_BODY.test(name)) continue;
      if (OF_A_CSV.test(name)) {
        expect(Object.keys(requestBody?.content ?? {})).toEqual([FILE_TYPES.csv]);
        continue;
      }
      if (name === 'POST /v1/reconciliations') {
        const types = [...Object.values(FILE_TYPES), PACKED_FILE_TYPE];
        expect(Object.keys(requestBody?.content ?? {})).toEqual(types);
        continue;
      }
      if (OF_A_FILE.test(name)) {
        expect(Object.keys(requestBody?.content ?? {})).toEqual(Object.values(FILE_TYPES));
        continue;
      }
      if (OF_AN_ATTACHMENT.test(name)) {
        expect(Object.keys(requestBody?.content ?? {})).toEqual(ATTACHMENT_TYPES);
        continue;
      }
      expect([name, requestBody?.content['application/json']?.schema?.type]).toEqual([name, 'object']);
    }
  });

  it('describes a post of usage down to its counters', () => {
    const post = operationsOf(document).get('POST /v1/usage');
    const schema = post?.requestBody?.content['application/json']?.schema;
    expect(schema).toMatchObject({
      required: ['records'],
      additionalProperties: false,
      properties: { records: { type: 'array', minItems: 1, maxItems: 5_000 } },
    });
    const record = schema?.properties?.['records']?.items;
    expect(record).toMatchObject({ type: 'object', additionalProperties: false });
    expect(record?.required).toEqual(['id', 'account', 'at', 'model', 'vendor', 'computeOwner', 'chipKind']);
    expect(Object.keys(record?.properties?.['tokens']?.properties ?? {})).toHaveLength(18);
  });

  it('describes the two forms of a record’s quantities, and whose meanings are known', () => {
    const post = operationsOf(document).get('POST /v1/usage');
    const record = post?.requestBody?.content['application/json']?.schema?.properties?.['records']?.items;
    expect(record?.oneOf?.map((form) => form.required)).toEqual([['tokens'], ['semantics', 'usage']]);
    expect(record?.properties?.['semantics']?.enum).toEqual([...USAGE_SEMANTICS]);
    expect(record?.properties?.['usage']).toMatchObject({ type: 'object', additionalProperties: true });
    expect(record?.properties?.['serviceTier']).toMatchObject({ type: 'string', default: 'standard' });
  });

  it('is a page too, and asks nobody for a key', async () => {
    const page = await market.send<string>('/docs');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    const script = /src="([^"]+\.js)"/.exec(page.body)?.[1] as string;
    expect((await market.send(new URL(script, `${market.url}/docs`).pathname)).status).toBe(200);
  });
});

/** As the controllers declare them, in the spelling of the description. */
function routesOf(market: HttpMarket): string[] {
  const controllers = [...market.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => routesOfClass(metatype as Type));
}

function routesOfClass(controller: Type): string[] {
  const prefix = Reflect.getMetadata('path', controller) as string;
  const methods = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(methods)
    .map((name) => methods[name] as object)
    .filter((handler) => Reflect.hasMetadata('method', handler))
    .map((handler) => {
      const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
      const path = [prefix, Reflect.getMetadata('path', handler) as string].join('/');
      return `${method} /${path.split('/').filter(Boolean).join('/')}`.replace(/:(\w+)/g, '{$1}');
    });
}
