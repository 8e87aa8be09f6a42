import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@ciyuan/core/kernel';
import { z } from 'zod';

/** What is remembered between the two halves of signing in elsewhere. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: Instant;
}

const flow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});
const PURPOSE = 'ciyuan oidc flow ';

/** As a cookie's value, sealed: what comes back was given by one of our processes. */
export function flowText(known: OidcFlow, secret: string): string {
  const text = Buffer.from(JSON.stringify(known), 'utf8').toString('base64url');
  return `${text}.${sealOf(text, secret)}`;
}

/** Undefined of what is not ours, or too old. */
export function readFlow(value: string, secret: string, now: Instant): OidcFlow | undefined {
  const [text = '', seal = ''] = value.split('.');
  const expected = Buffer.from(sealOf(text, secret));
  const given = Buffer.from(seal);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const read = flow.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return read.until > now ? read : undefined;
}

const sealOf = (text: string, secret: string): string =>
  createHmac('sha256', PURPOSE + secret)
    .update(text)
    .digest('base64url');
