import { createHash } from 'node:crypto';
import { withoutSecrets } from './without-secrets';

/** A longer one is known by its digest alone: 64 KiB. */
const LONGEST_BYTES = 64 * 1024;

export interface KeptBody {
  readonly body_sha256: string | null;
  readonly body_bytes: number;
  readonly body: unknown;
}

/** Of a request without a body: nothing. */
export function keptBody(parsed: unknown, received: string | Buffer | undefined): KeptBody {
  const bytes = Buffer.isBuffer(parsed) ? parsed : received;
  if (bytes === undefined || bytes.length === 0) return { body_sha256: null, body_bytes: 0, body: null };
  const body_bytes = Buffer.byteLength(bytes);
  if (Buffer.isBuffer(bytes)) return { body_sha256: sha256(bytes), body_bytes, body: null };
  const { value, isChanged } = withoutSecrets(parsed);
  const body = body_bytes > LONGEST_BYTES ? null : value;
  return { body_sha256: sha256(isChanged ? JSON.stringify(value) : bytes), body_bytes, body };
}

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
