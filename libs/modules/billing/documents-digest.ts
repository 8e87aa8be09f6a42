import { createHash } from 'node:crypto';
import type { BillDocument } from '@ciyuan/core/billing';

/** SHA-256, hex, over what a chunk of a run comes to: the same as long as nothing is sold, used or billed meanwhile. */
export const documentsDigest = (documents: readonly BillDocument[]): string =>
  createHash('sha256').update(JSON.stringify(documents, exactly)).digest('hex');

const exactly = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
