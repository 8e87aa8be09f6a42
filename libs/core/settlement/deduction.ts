/**
 * What is taken off a line before anything of it is shared, as carriers' contracts with content partners commonly have
 * it: reserves for bad debts, service fees, channel fees. On free lines nothing is.
 */
export interface Deduction {
  /** What it is called wherever a share is explained: `bad_debt`, `service_fee`, `channel_fee`, or any other code. */
  readonly name: string;
  /** The amount as the line states it, or without VAT. */
  readonly basis: 'gross' | 'net';
  /** A percentage. */
  readonly value: string;
  /** A role, or a party by name; the residual party where nobody is named. */
  readonly party?: string;
}
