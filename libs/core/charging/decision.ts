import type { Asset, LedgerAccount } from '../ledger';
import type { Instant, PicoYuan } from '../kernel';
import type { UsageRecord } from '../usage';
import type { GrantState } from './account-state';
import type { SubscriptionChange } from './subscription/subscription-change';

export const CHARGE_KINDS = ['package', 'usage', 'overdraw', 'breakage', 'shortfall', 'fee'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

export const SUSPENSE_REASONS = [
  'unreadable_usage',
  'unknown_account',
  'unknown_model',
  'not_contracted',
  'no_tariff',
  'unpriced',
  'no_split_rule',
  'data_error',
] as const;
/** Why a record could not be charged yet, in the order in which the reasons are looked for. */
export type SuspenseReason = (typeof SUSPENSE_REASONS)[number];

export interface Suspension {
  readonly record: UsageRecord;
  readonly reason: SuspenseReason;
  readonly detail: string;
}

/** One grant's part of a record beyond the first, or a change of a grant that no record made. */
export interface GrantMovement {
  readonly accountId: number;
  readonly sequence: number;
  readonly grantNumber: number;
  readonly kind:
    | 'issued'
    | 'drawn'
    | 'returned'
    | 'expired'
    | 'expiry_reversed'
    | 'rolled_out'
    | 'rolled_in'
    | 'given'
    | 'received'
    | 'stated';
  readonly at: number;
  readonly milliTokens: bigint;
}

/** A record with its rating inline, as it is stored. */
export interface ChargedRecord {
  readonly record: UsageRecord;
  readonly accountId: number;
  readonly sequence: number;
  readonly usageMonth: string;
  readonly accountingMonth: string;
  /** The grant that covered most in burn order first; further ones are movements. */
  readonly grantNumber: number | null;
  readonly drawnMilli: bigint;
  readonly firstDrawnMilli: bigint;
  readonly coveredTokens: number;
  readonly overageTokens: number;
  readonly overageKind: 'usage' | 'overdraw' | null;
  readonly recognisedGross: PicoYuan;
  readonly recognisedNet: PicoYuan;
  readonly usageGross: PicoYuan;
  readonly vendorCost: PicoYuan | null;
  readonly computeCost: PicoYuan | null;
  readonly basePlanVersionId: number | null;
  readonly priceVersionId: number | null;
  /** The commitment that rated tokens of it, or whose spend its usage counts towards. */
  readonly commitmentSubscriptionId: number | null;
  /** Whole tokens that the commitment rated, and what of `usageGross` it charged for them; null for a spend. */
  readonly commitmentTokens: number | null;
  readonly commitmentGross: PicoYuan | null;
}

/** What a close, a record or a correction changed of a contract's closed period, signed; its consumption is a counter. */
export interface CommitmentEntry {
  readonly accountId: number;
  /** Of what caused it. */
  readonly sequence: number;
  readonly subscriptionId: number;
  /** From 1. */
  readonly period: number;
  /** Whether it is the close of the period itself: that takes the sequence number, and is written even for nothing. */
  readonly closes: boolean;
  /** Tokens, or pico-yuan of a spend. */
  readonly shortfall: bigint;
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
  readonly makeUpGranted: bigint;
  readonly deferredGross: PicoYuan;
  readonly deferredNet: PicoYuan;
  readonly makeUpUsed: bigint;
  readonly makeUpLapsed: bigint;
  readonly recognisedGross: PicoYuan;
  readonly recognisedNet: PicoYuan;
}

/** What was charged for a product that a grant was sold with: revenue at once. */
export interface FeeCharge {
  readonly accountId: number;
  /** Of the grant. */
  readonly sequence: number;
  /** The part of the bundle, by its code. */
  readonly part: string;
  readonly at: Instant;
  readonly accountingMonth: string;
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
}

/** An add-on that ended by itself, under a number of its account's sequence: nothing that it was added to runs. */
export interface SubscriptionLapse {
  readonly accountId: number;
  readonly sequence: number;
  readonly subscriptionId: number;
  readonly endsAt: Instant;
}

export interface CostGap {
  readonly accountId: number;
  readonly sequence: number;
  readonly at: number;
  readonly role: 'vendor' | 'compute';
  readonly party: string;
  readonly detail: string;
}

export interface RollupKey {
  readonly usageMonth: string;
  readonly accountingMonth: string;
  readonly planVersionId: number;
  readonly splitRuleVersionId: number;
  readonly model: string | null;
  readonly vendor: string | null;
  readonly computeOwner: string | null;
  readonly channel: string | null;
  readonly chipKind: string | null;
  readonly kind: ChargeKind;
  readonly currency: string;
  readonly paid: boolean;
}

export interface RollupDelta extends RollupKey {
  records: number;
  readonly counts: number[];
  drawnMilli: bigint;
  gross: PicoYuan;
  /** Stated where the sale fixed it; usage has none until its document. */
  net: PicoYuan | null;
  vendorCost: PicoYuan;
  computeCost: PicoYuan;
}

export interface JournalLine {
  readonly accountId: number;
  readonly accountingMonth: string;
  readonly asset: Asset;
  readonly account: LedgerAccount;
  readonly amount: bigint;
}

/** The plan of a write, as data: previewed, checked and executed alike. */
export interface ChargeDecision {
  readonly charged: readonly ChargedRecord[];
  readonly suspended: readonly Suspension[];
  readonly newGrants: readonly { readonly accountId: number; readonly grant: GrantState }[];
  readonly movements: readonly GrantMovement[];
  readonly commitmentEntries: readonly CommitmentEntry[];
  readonly subscriptionChanges: readonly SubscriptionChange[];
  readonly fees: readonly FeeCharge[];
  readonly lapses: readonly SubscriptionLapse[];
  readonly costGaps: readonly CostGap[];
  readonly journals: readonly JournalLine[];
  readonly rollups: readonly RollupDelta[];
}
