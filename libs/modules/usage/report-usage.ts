import { hash } from 'node:crypto';
import { canonicalJson, type Json, type UsageRecord } from '@ciyuan/core/usage';
import type { ReadableUsage, ReportedCall, UnreadableUsage } from './reported-usage';

const HEX_OF_128_BITS = 32;

/** Identity and content hash of a record as received. */
export function reportUsage(record: UsageRecord, body: Json): ReadableUsage {
  return { isReadable: true, record, key: keyOf(record), contentHash: contentHashOf(body), body };
}

/** The same of a record without counts; `fault` says why it has none. */
export function reportUnreadable(record: ReportedCall, fault: string, body: Json): UnreadableUsage {
  return { isReadable: false, record, fault, key: keyOf(record), contentHash: contentHashOf(body), body };
}

const keyOf = ({ partner, source, recordId }: ReportedCall): string => `${partner} ${source} ${recordId}`;
const contentHashOf = (body: Json): string =>
  hash('sha256', canonicalJson(body), 'hex').slice(0, HEX_OF_128_BITS);
