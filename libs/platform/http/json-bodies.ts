import type { FastifyInstance } from 'fastify';
import { brokenJsonAt } from './broken-json';
import { Refused } from './problem';

/** JSON, and nothing else unless it is said further on; where a body is broken, the answer names the place. */
export function readJsonBodies(fastify: FastifyInstance): void {
  // Names that would reach an object's prototype are refused with the body.
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.receivedBody = body;
    void parse(request, body, (error, value) => done(error === null ? null : refusalOf(body), value));
  });
}

function refusalOf(body: string): Refused {
  const place = brokenJsonAt(body);
  if (place === undefined) {
    return new Refused(
      'malformed',
      'forbidden_name',
      'A name in the body is not allowed: __proto__, constructor.prototype.',
    );
  }
  const detail = `line ${place.line}, column ${place.column}`;
  return new Refused('malformed', 'broken_json', `The body is no JSON from ${detail}.`, [
    { path: '', code: 'broken_json', detail },
  ]);
}
