import type { PicoYuan } from '@ciyuan/core/kernel';
import type { Counter } from '@ciyuan/core/usage';

export const USAGE_STATES = ['charged', 'suspense', 'void'] as const;

/** Charged; in suspense; or void, whether it had been charged before or not. */
export type UsageState = (typeof USAGE_STATES)[number];

/** One record as it stands now, what corrected it included. */
export interface ListedUsage {
  readonly partner: string;
  readonly source: string;
  readonly recordId: string;
  readonly account: string;
  readonly at: Date;
  readonly state: UsageState;
  /** Null where a record in suspense names none. */
  readonly model: string | null;
  readonly serviceTier: string | null;
  /** Null of what was never charged: nothing was counted. */
  readonly counts: Readonly<Partial<Record<Counter, number>>> | null;
  /** Of the grant that it drew on first, else of the base subscription. */
  readonly plan: string | null;
  readonly charge: UsageCharge | null;
  /** Why it waits; null of all others. */
  readonly reason: string | null;
  readonly detail: string | null;
}

/** Nothing is left of it where the record is void. */
export interface UsageCharge {
  readonly currency: string;
  readonly drawnMilli: bigint;
  /** Of package prices, with VAT. */
  readonly recognisedGross: PicoYuan;
  /** Pay-as-you-go and overdraw, with VAT where prices have it. */
  readonly usageGross: PicoYuan;
  /** How often it was taken back or rated anew. */
  readonly corrections: number;
}
