import type { Json, UsageRecord } from '@ciyuan/core/usage';

/** A record that a partner reported and nothing refused: what a claim and a charge need. */
export interface ReportedUsage {
  readonly record: UsageRecord;
  /** Partner, source and record id with a space between, which none of them has in it: its identity for ever. */
  readonly key: string;
  /** First 128 bits of SHA-256 over the canonical JSON as received, hex. */
  readonly contentHash: string;
  /** As received. */
  readonly body: Json;
}

/** The version of how a content hash is computed, stored beside each. */
export const HASH_VERSION = 1;
