import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';

/** Beside the description comes the page that shows it. */
const requireBesideSwagger = createRequire(require.resolve('@nestjs/swagger'));

const FILES = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;

interface Nonces {
  readonly script: string;
  readonly style: string;
}

/** The description of the API as a page that needs nothing which its own policy for content forbids. */
export function serveApiPage(app: NestFastifyApplication, title: string): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  for (const [file, type] of Object.entries(FILES)) {
    let content: Buffer | undefined;
    fastify.get(`/docs/${file}`, (_request, reply) => {
      content ??= readFileSync(requireBesideSwagger.resolve(`swagger-ui-dist/${file}`));
      return reply.type(type).header('cache-control', 'public, max-age=3600').send(content);
    });
  }
  fastify.get('/docs', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(title, reply.cspNonce)),
  );
}

const pageOf = (title: string, { script, style }: Nonces): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css" nonce="${style}">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js" nonce="${script}"></script>
<script nonce="${script}">SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });</script>
</body>
</html>
`;
