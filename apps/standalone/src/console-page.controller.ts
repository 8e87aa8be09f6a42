import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '@ciyuan/platform/auth';

const pageWith = (nonce: string): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>词元 ciyuan</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">body{font-family:system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;line-height:1.6}</style></head>
<body>
<h1>词元 ciyuan</h1>
<p lang="en">The billing engine is running. The console has no pages yet; everything is reached through the API.</p>
<ul><li><a href="/docs">API, as a page</a></li><li><a href="/openapi.json">API, as OpenAPI</a></li></ul>
</body>
</html>`;

/** Where the console will be. */
@ApiExcludeController()
@Controller()
export class ConsolePageController {
  @Get()
  @OpenToAll()
  page(@Res() reply: FastifyReply): void {
    void reply.type('text/html; charset=utf-8').send(pageWith(reply.cspNonce.style));
  }
}
