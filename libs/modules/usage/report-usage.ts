import { hash } from 'node:crypto';
import { canonicalJson, type Json, type UsageRecord } from '@ciyuan/core/usage';
import type { ReportedUsage } from './reported-usage';

const HEX_OF_128_BITS = 32;

/** Identity and content hash of a record as received. */
export function reportUsage(record: UsageRecord, body: Json): ReportedUsage {
  return {
    record,
    key: `${record.partner} ${record.source} ${record.recordId}`,
    contentHash: digest(canonicalJson(body)),
    body,
  };
}

const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, HEX_OF_128_BITS);
