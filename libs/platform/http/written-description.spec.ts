import type { OpenAPIObject } from '@nestjs/swagger';
import { operationIdOf } from './operation-id';
import { withAnswers } from './written-description';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const ask = { get: { operationId: 'a', responses: { 200: { description: '' } } } };
const answer = (name: string) => ({
  get: {
    responses: { 200: { description: 'Yes', content: { 'application/json': { schema: ref(name) } } } },
  },
});
const documentOf = (paths: object, schemas?: object): OpenAPIObject =>
  ({ openapi: '3.0.0', info: {}, paths, ...(schemas && { components: { schemas } }) }) as OpenAPIObject;

describe('a description with its answers', () => {
  const written = documentOf(
    { '/a': answer('A'), '/b': answer('B') },
    {
      A: { type: 'object', properties: { within: ref('Within') } },
      B: { type: 'object' },
      Within: { type: 'object', properties: { a: ref('A') } },
    },
  );

  it('has those of its own routes, and the schemas that they reach', () => {
    const document = withAnswers(documentOf({ '/a': ask }), written);
    expect(document.paths).toEqual({ '/a': { get: { ...answer('A').get, operationId: 'a' } } });
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(['A', 'Within']);
  });

  it('is as it was where nothing is written of a route', () => {
    const document = documentOf({ '/new': ask });
    expect(withAnswers(document, written).paths).toEqual({ '/new': ask });
  });
});

describe('the id of an operation', () => {
  it.each([
    ['get', 'StatementsController', 'list', 'listStatements'],
    ['get', 'StatementsController', 'lines', 'readStatementsLines'],
    ['post', 'RunsController', 'issue', 'issueRuns'],
    ['post', 'CampaignsController', 'topUp', 'topUpCampaigns'],
  ])('%s of %s.%s is %s%s', (verb, controller, method, id) => {
    expect(operationIdOf(verb, controller, method)).toBe(id);
  });
});
