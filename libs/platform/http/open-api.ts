import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const SECURITY = 'key';

export function openApiOf(app: NestFastifyApplication, title: string): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle(title)
    .setDescription('Token billing and entitlement. Every refusal is a problem document (RFC 9457).')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, SECURITY)
    .addSecurityRequirements(SECURITY)
    .build();
  return SwaggerModule.createDocument(app, settings);
}

/** The document at /openapi.json, and as a page at /docs. */
export function serveOpenApi(app: NestFastifyApplication, document: OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', raw: ['json'] });
}
