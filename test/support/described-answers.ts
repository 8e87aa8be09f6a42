import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot } from '@ciyuan/platform/project';
import { AnswerSchemas, type Described } from './answer-schemas';

const FILE = join(projectRoot(), 'docs/openapi/ciyuan.json');
const JSON_TYPE = /\bjson$/;

/**
 * Holds every answer of an application against its description, from now on. One that is otherwise fails the request that
 * it was for, and is kept in what this returns, for whoever closes the application.
 */
export function holdAnswers(app: NestFastifyApplication): readonly string[] {
  const schemas = new AnswerSchemas(JSON.parse(readFileSync(FILE, 'utf8')) as Described);
  const faults: string[] = [];
  const failed = new WeakSet<FastifyRequest>();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
      const fault = failed.has(request) ? undefined : faultOf(schemas, request, reply, payload);
      if (fault === undefined) return payload;
      failed.add(request);
      faults.push(fault);
      throw new Error(fault);
    });
  return faults;
}

function faultOf(
  schemas: AnswerSchemas,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): string | undefined {
  const operation = operationOf(request);
  if (operation === undefined) return undefined;
  const contents = schemas.contentsOf(operation, reply.statusCode);
  if (contents === undefined) return undefined;
  const place = `${operation} answers ${reply.statusCode}`;
  const type = String(reply.getHeader('content-type') ?? '').split(';')[0] as string;
  if (type === '') return Object.keys(contents).length === 0 ? undefined : `${place} with nothing`;
  if (contents[type] === undefined) return `${place} with ${type}, which is not described`;
  if (!JSON_TYPE.test(type) || typeof payload !== 'string') return undefined;
  const fault = schemas.faultOf(operation, reply.statusCode, type, JSON.parse(payload));
  return fault === undefined ? undefined : `${place} otherwise than described: ${fault}`;
}

/** In the spelling of the description; undefined where no route was found. */
function operationOf({ method, routeOptions }: FastifyRequest): string | undefined {
  return routeOptions.url && `${method} ${routeOptions.url.replace(/:(\w+)/g, '{$1}')}`;
}
