import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { type DynamicModule, StandardSchemaValidationPipe, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { protectContent } from './content-policy';
import { readFileBodies } from './file-bodies';
import { readJsonBodies } from './json-bodies';
import { tellAnswers } from './noted-answers';
import { openApiOf, serveOpenApi } from './open-api';
import { Refused } from './problem';
import { ProblemFilter } from './problem.filter';
import { sendProblem } from './send-problem';

/** The largest body that is read: 8 MiB. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

/** Of one part of a path, in characters: longer than any code. */
const LONGEST_PARAMETER = 300;

export interface HttpAppOptions {
  readonly title: string;
  /** Addresses of proxies in front, whose word for where a request came from is taken. */
  readonly trustedProxies?: readonly string[];
}

/** An application on Fastify: bodies validated by schema, refusals as problem documents, its API described. */
export async function createHttpApp(
  module: Type | DynamicModule,
  { title, trustedProxies = [] }: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: true,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    frameworkErrors: (error: unknown, _request: unknown, reply: FastifyReply) => sendProblem(reply, error),
  });
  readJsonBodies(adapter.getInstance());
  readFileBodies(adapter.getInstance());
  tellAnswers(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  await protectContent(app);
  await app.register(cookie);
  // Only for those who ask for a limit of their own.
  await app.register(rateLimit, { global: false });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: refusalOf }));
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app, openApiOf(app, title));
  return app;
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

function refusalOf(issues: readonly Issue[]): Refused {
  const faults = issues.map((issue) => ({ path: pathOf(issue), code: 'invalid', detail: issue.message }));
  const [first] = faults;
  return new Refused('malformed', 'invalid_request', `${first?.path || 'body'}: ${first?.detail}`, faults);
}

const pathOf = (issue: Issue): string =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
