import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const CSRF = 'ciyuan csrf';

/** 256 random bits. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

export const isToken = (text: string): boolean => TOKEN.test(text);

/** What is stored of a token, which nothing can guess back. */
export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * What a page of ours sends beside the cookie, and a page of somebody else's cannot know: it is made from the cookie's
 * value, which no script reads, so that nothing has to be kept.
 */
export const csrfTokenOf = (token: string): string =>
  createHmac('sha256', token).update(CSRF).digest('base64url');

/** Takes as long for a near miss as for a far one. */
export function isCsrfToken(token: string, given: string): boolean {
  const expected = Buffer.from(csrfTokenOf(token));
  const said = Buffer.from(given);
  return expected.length === said.length && timingSafeEqual(expected, said);
}
