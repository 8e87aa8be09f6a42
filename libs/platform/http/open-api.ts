import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { serveApiPage } from './api-page';
import { operationIdOf } from './operation-id';
import { mapOperations, withAnswers } from './written-description';

const SECURITY = 'key';
const SESSION = 'session';
/** Between a controller and its method in an id that nobody has chosen; no name has it. */
const BETWEEN = '::';

/** What an application takes; what it answers is known to the compiler alone. */
export function requestsOf(app: NestFastifyApplication, title: string): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle(title)
    .setDescription('Token billing and entitlement. Every refusal is a problem document (RFC 9457).')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, SECURITY)
    .addSecurityRequirements(SECURITY)
    .addCookieAuth('ciyuan_session', { type: 'apiKey' }, SESSION)
    .addSecurityRequirements(SESSION)
    .build();
  const operationIdFactory = (controller: string, method: string): string =>
    [controller, method].join(BETWEEN);
  const document = SwaggerModule.createDocument(app, settings, { operationIdFactory });
  const paths = mapOperations(document, (operation, _path, verb) => {
    const [controller, method] = (operation.operationId ?? '').split(BETWEEN);
    if (controller === undefined || method === undefined) return operation;
    return { ...operation, operationId: operationIdOf(verb, controller, method) };
  });
  return { ...document, paths };
}

/** What an application takes and answers. */
export const openApiOf = (app: NestFastifyApplication, title: string): OpenAPIObject =>
  withAnswers(requestsOf(app, title));

/** The document at /openapi.json, and as a page at /docs. */
export function serveOpenApi(app: NestFastifyApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', ui: false, raw: ['json'] });
  serveApiPage(app, document.info.title);
}
