import { createHash } from 'node:crypto';
import type { CatalogueBodies, DocumentKind } from '@ciyuan/core/charging';
import { ok, type Result } from '@ciyuan/core/kernel';
import { canonicalJson, type Json } from '@ciyuan/core/usage';
import { readWith } from '@ciyuan/platform/validation';
import { invalid, type PublicationRefusal } from './publication';
import { BODY_SCHEMAS } from './schemas/body-schemas';

/** A body from outside, if it has the shape of its kind; else everything that is wrong with its shape. */
export function readBody<K extends DocumentKind>(
  kind: K,
  body: unknown,
): Result<CatalogueBodies[K], PublicationRefusal> {
  const read = readWith(BODY_SCHEMAS[kind], body);
  return read.ok ? ok(read.value) : invalid(read.refusal);
}

/** SHA-256 of the canonical JSON, in hexadecimal: blind to the order of members. */
export const digestOf = (body: CatalogueBodies[DocumentKind]): string =>
  createHash('sha256')
    .update(canonicalJson(body as unknown as Json))
    .digest('hex');
