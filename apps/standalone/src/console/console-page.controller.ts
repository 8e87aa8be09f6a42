import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { ConsolePage } from './console-page';

/** What is none of the console's pages: the API, its description, and files; codes and names below have dots, too. */
const NO_PAGE = /^\/(v1|docs|openapi|assets)(\/|\.|$)|^\/[^/]+\.[a-z0-9]+$/i;

/** Every other address is a page of the console, which finds out itself which one. */
@ApiExcludeController()
@Controller()
export class ConsolePageController {
  constructor(private readonly page: ConsolePage) {}

  @Get(['', '*'])
  @OpenToAll()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const [path = '/'] = request.url.split('?');
    if (NO_PAGE.test(path)) throw new Refused('not_found', 'unknown_address', `There is nothing at ${path}.`);
    return this.page.withNonces(reply.cspNonce);
  }
}
