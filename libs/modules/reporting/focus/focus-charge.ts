import type { Instant, PicoYuan } from '@ciyuan/core/kernel';
import type { Counter } from '@ciyuan/core/usage';

/** A package, or a contract, that charges were sold with or burn down. */
export interface FocusCommitment {
  readonly id: string;
  readonly name: string;
  readonly category: 'Usage' | 'Spend';
  readonly type: 'Prepaid Tokens' | 'Take or Pay' | 'Committed Spend';
  /** Of the quantity. */
  readonly unit: string;
  /** Null of the purchase itself. */
  readonly status: 'Used' | 'Unused' | null;
}

/** What tells one charge from another: charges of one key are one row. */
export interface FocusKey {
  readonly category: 'Usage' | 'Purchase' | 'Credit' | 'Adjustment';
  /** Of an accounting period before. */
  readonly isCorrection: boolean;
  readonly frequency: 'One-Time' | 'Recurring' | 'Usage-Based';
  readonly description: string;
  readonly periodStart: Instant;
  readonly periodEnd: Instant;
  readonly currency: string;
  /** Null of what is credited, debited or paid back by hand. */
  readonly plan: string | null;
  readonly model: string | null;
  readonly vendor: string | null;
  readonly computeOwner: string | null;
  readonly chipKind: string | null;
  readonly channel: string | null;
  readonly counter: Counter | null;
  /** The product of a bundle that a fee is for. */
  readonly product: string | null;
  readonly commitment: FocusCommitment | null;
  /** The number of the final document that it stands on; null while it stands on none. */
  readonly invoice: string | null;
  /** What it is priced by, for whoever looks it up. */
  readonly priceId: string;
  /** 10⁻¹² of the currency for one token, where the price book says one. */
  readonly picoPerUnit: bigint | null;
}

/** What adds up. Costs are with VAT, but the last. */
export interface FocusAmounts {
  /** Tokens, or what else the counter counts; nothing of what is no metered usage. */
  readonly quantity: bigint;
  /** Thousandths of the commitment's unit. */
  readonly commitmentMilli: bigint;
  readonly billed: PicoYuan;
  readonly effective: PicoYuan;
  /** As the ledger has it: of packages and fees without VAT, of usage as charged. */
  readonly effectiveLedger: PicoYuan;
}

export interface FocusCharge extends FocusKey, FocusAmounts {}

export const NO_AMOUNTS: FocusAmounts = {
  quantity: 0n,
  commitmentMilli: 0n,
  billed: 0n,
  effective: 0n,
  effectiveLedger: 0n,
};

export const addAmounts = (a: FocusAmounts, b: FocusAmounts): FocusAmounts => ({
  quantity: a.quantity + b.quantity,
  commitmentMilli: a.commitmentMilli + b.commitmentMilli,
  billed: a.billed + b.billed,
  effective: a.effective + b.effective,
  effectiveLedger: a.effectiveLedger + b.effectiveLedger,
});

/** Of one kind of charge; what it leaves out does not apply. */
export const PLAIN_KEY = {
  isCorrection: false,
  model: null,
  vendor: null,
  computeOwner: null,
  chipKind: null,
  channel: null,
  counter: null,
  product: null,
  commitment: null,
  invoice: null,
  picoPerUnit: null,
} as const satisfies Partial<FocusKey>;
