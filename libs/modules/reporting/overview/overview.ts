import type { PicoYuan } from '@ciyuan/core/kernel';
import type { Counter } from '@ciyuan/core/usage';

/** By what revenue came about: `usage` is pay-as-you-go and what went beyond a hard limit. */
export const REVENUE_KINDS = ['package', 'usage', 'breakage', 'shortfall', 'fee'] as const;
export type RevenueKind = (typeof REVENUE_KINDS)[number];

export interface Revenue {
  readonly kind: RevenueKind;
  readonly currency: string;
  /** As it was booked: without VAT, but of usage as it was charged, whose tax the month's issue finds. */
  readonly amount: PicoYuan;
}

/** A day of the operator's zone, by when things were booked. */
export interface OverviewDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly payingAccounts: number;
  /** Less what was taken back. */
  readonly records: number;
  readonly counts: Readonly<Partial<Record<Counter, bigint>>>;
  readonly tokens: bigint;
  readonly revenue: readonly Revenue[];
}

export interface ModelTotal {
  readonly model: string;
  readonly currency: string;
  readonly tokens: bigint;
  readonly amount: PicoYuan;
}

export interface Overview {
  /** Both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly OverviewDay[];
  readonly revenue: readonly Revenue[];
  readonly tokens: bigint;
  /** The ten with the most tokens, and in each currency the ten with the most revenue. */
  readonly topByTokens: readonly ModelTotal[];
  readonly topByRevenue: readonly ModelTotal[];
}
