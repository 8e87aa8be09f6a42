import { createHash, createHmac } from 'node:crypto';

/**
 * By what a person is known: HMAC-SHA-256, in hex, of the SHA-256 (hex, small letters) of the real-name document's
 * number; the number in capitals, in half-width characters, without spaces and hyphens. Keyed, because numbers of
 * national ids are few and follow a rule: without a key, everybody who reads the table could try all of them and find
 * each person. One key for all time: with another one nobody is known again.
 */
export const personIdentity = (documentSha256: string, key: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(documentSha256.toLowerCase(), 'utf8').digest('hex');

/** The first step, for whoever may hold the number itself. */
export const documentDigest = (documentNumber: string): string =>
  createHash('sha256').update(canonicalNumber(documentNumber), 'utf8').digest('hex');

const canonicalNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
