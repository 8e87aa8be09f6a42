import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const SELF = "'self'";
const NONE = "'none'";

/**
 * What a page may load and run: what comes from here, and of what stands in the page itself only what carries the
 * answer's nonce (`reply.cspNonce`). No page of somebody else's may frame it.
 */
const DIRECTIVES = {
  defaultSrc: [SELF],
  scriptSrc: [SELF],
  styleSrc: [SELF],
  imgSrc: [SELF, 'data:', 'blob:'],
  fontSrc: [SELF, 'data:'],
  connectSrc: [SELF],
  frameAncestors: [NONE],
  baseUri: [NONE],
  formAction: [SELF],
  objectSrc: [NONE],
};

export async function protectContent(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    xFrameOptions: { action: 'deny' },
  });
}
