import type { Json, UsageRecord } from '@ciyuan/core/usage';

/** A record without its counts: who reported it, for whom, and which call it is of. */
export type ReportedCall = Omit<UsageRecord, 'counts'>;

interface Reported {
  readonly record: ReportedCall;
  /** Partner, source and record id with a space between, which none of them has in it: its identity for ever. */
  readonly key: string;
  /** First 128 bits of SHA-256 over the canonical JSON as received, hex. */
  readonly contentHash: string;
  /** As received. */
  readonly body: Json;
}

export interface ReadableUsage extends Reported {
  readonly isReadable: true;
  readonly record: UsageRecord;
}

/** Its usage object could not be made into counts, so there is nothing yet that could be charged. */
export interface UnreadableUsage extends Reported {
  readonly isReadable: false;
  /** The field at fault, and what is wrong with it. */
  readonly fault: string;
}

/** A record that a partner reported and nothing refused: what a claim needs; what is readable can be charged, too. */
export type ReportedUsage = ReadableUsage | UnreadableUsage;

/** The version of how a content hash is computed, stored beside each. */
export const HASH_VERSION = 1;
