import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONSOLE_FOLDER } from './console-page';

/** The files of the console: named after their contents, so that a browser asks for each once. */
export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  const root = join(CONSOLE_FOLDER, 'assets');
  mkdirSync(root, { recursive: true });
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
}
