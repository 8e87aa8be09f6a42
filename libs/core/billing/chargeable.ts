import type { Instant, PicoYuan } from '../kernel';

/** What an invoice has lines of, in the order in which it shows them. */
export const LINE_KINDS = ['grant', 'fee', 'usage', 'shortfall'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** `fixed` when it was sold; else in what was charged, or on top of it. */
export type TaxMode = 'fixed' | 'included' | 'on_top';

/** What a line says besides its amounts. */
export interface ChargeFacts {
  readonly subscriptionId: number | null;
  readonly planVersionId: number;
  readonly model: string | null;
  /** Of the service, or of the billing period; half-open. */
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  /** Of a part of a period that was charged by days. */
  readonly days: number | null;
}

/** What an account has been charged under one key so far, over all its life. */
export interface Chargeable extends ChargeFacts {
  readonly accountId: number;
  /** Unique within the account. */
  readonly key: string;
  readonly kind: LineKind;
  readonly currency: string;
  readonly vatRate: string;
  readonly tax: TaxMode;
  /** As charged: with VAT, unless it comes on top. */
  readonly total: PicoYuan;
  /** Where the tax is fixed. */
  readonly totalNet: PicoYuan | null;
  readonly milliTokens: bigint;
}
