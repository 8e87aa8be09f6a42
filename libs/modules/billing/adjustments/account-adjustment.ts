import type { AdjustedAmount } from '@ciyuan/core/billing';
import type { Fen, Instant } from '@ciyuan/core/kernel';

/** `requested` until the last of those who are needed has signed; that signature posts it. */
export const ADJUSTMENT_STATES = ['requested', 'posted', 'rejected', 'withdrawn'] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];

export type AdjustmentEventKind = AdjustmentState | 'approved';

/** One of an account, numbered from 1. */
export interface AdjustmentId {
  readonly accountId: number;
  readonly number: number;
}

/** Somebody with the role in which they act. */
export interface Actor {
  readonly by: string;
  readonly role: string;
}

/** What never changes of an adjustment. */
export interface AdjustmentTerms extends AdjustmentId, AdjustedAmount {
  readonly currency: string;
  readonly reason: string;
  /** A record, an invoice, a ticket. */
  readonly reference: string | null;
  /** How many people sign besides whoever asked. */
  readonly approvals: number;
  /** The version of the limits that says so; null where none was in force. */
  readonly limitsVersionId: number | null;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
}

export interface AccountAdjustment extends AdjustmentTerms {
  readonly account: string;
  readonly state: AdjustmentState;
  readonly events: number;
}

export interface AdjustmentEvent extends Actor {
  readonly number: number;
  readonly kind: AdjustmentEventKind;
  readonly at: Instant;
  readonly note: string | null;
  /** Of the journal that booked it. */
  readonly batchId: number | null;
}

export interface AdjustmentDetails {
  readonly adjustment: AccountAdjustment;
  /** The earliest first. */
  readonly events: readonly AdjustmentEvent[];
}

export const taxFen = ({ grossFen, netFen }: Pick<AdjustedAmount, 'grossFen' | 'netFen'>): Fen =>
  grossFen - netFen;
